// Package load turns package patterns into type-checked packages, ready for
// analysis, without compiling anything in the common case.
//
// Only packages of the module that import AWS, and those that call functions of these
// which may pass on its errors, are parsed and type-checked in full.
// Of what they import, only those declarations are read from source, without the
// bodies of functions, that they lead to: packages that are imported lack whatever
// has nothing to do with the packages analyzed, and their types lack the methods
// whose names occur nowhere (knowledge.LookedUp lists names that analyzers look for). So the
// numbers of methods mean nothing, and Scope.Lookup in an import may find nothing.
// Where anything is unusual, types come from export data instead, as the go command
// makes it.
package load
