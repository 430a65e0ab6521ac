// Package lambdafix knows the functions that fixes of Lambda handlers add to a program. All of
// them log or encode what they are given and show nothing else.
package lambdafix
