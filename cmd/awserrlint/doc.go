// The awserrlint command finds AWS calls whose errors are lost or matched wrongly,
// and Lambda handlers whose callers get no usable error.
package main
