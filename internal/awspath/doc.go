// Package awspath says which import paths are AWS: the modules of the SDKs, their
// services and features, and the Lambda library. It imports nothing but the standard
// library, so that whoever only has a path can ask, before anything is loaded.
package awspath
