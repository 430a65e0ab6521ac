// Package awspath says which import paths are AWS: the modules of the SDKs, their
// services and features, and the Lambda library. It works on paths alone, before anything
// is loaded, and imports only the standard library.
package awspath
