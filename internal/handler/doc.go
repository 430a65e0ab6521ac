// Package handler says which functions of a package are Lambda handlers, and which event source
// calls each. It looks at syntax and types only.
package handler
