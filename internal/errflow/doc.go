// Package errflow says where the errors of a package come from: at which sites it calls operations
// of AWS, and which operations an error can come from, through variables, calls, wraps, closures,
// channels and, where the driver handles facts, other packages of the module.
package errflow
