// Package model reads from the source of an AWS SDK service package which errors
// its operations can return.
//
// The knowledge comes from the very version that a program compiles against, never
// from a table, since the error sets of operations change from version to version.
// Generated SDK code has two forms, and they differ in what can come:
//
//   - [PerOperation]: deserializers.go holds one function per operation whose switch
//     knows the errors of that operation. Any other code becomes a
//     *smithy.GenericAPIError, even when the service has a type for it.
//   - [ServiceWide]: type_registry.go holds all errors of the service, and each of
//     them can come from each operation.
//
// Files are large (the deserializers of EC2 have 240,000 lines), so they are cut by
// a byte scan and only the functions asked for are parsed. Where the source has an
// unknown shape the result is "not known", never a guess.
package model
