// Package scope finds out what package patterns and files mean: which packages of which modules and
// workspaces are loaded together, and which settings hold for them.
package scope
