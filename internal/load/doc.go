// Package load turns package patterns into type-checked packages, ready for analysis, without
// compiling anything.
//
// It parses and type-checks two kinds of packages in full: those of the module that import AWS, and
// those that call a function of such a package that may return an error of AWS. Of the packages
// that these import, it reads from source only the declarations that they need, without the bodies
// of functions. So an imported package lacks declarations, and an imported type lacks methods whose
// names occur nowhere, except the names in knowledge.LookedUp: NumMethods means nothing, and
// Scope.Lookup may find nothing.
//
// What cannot be had or has errors is unknown: functions that touch it lose their bodies, and the
// rest is analyzed. Little is left for which types come from export data, which the go command
// compiles.
package load
