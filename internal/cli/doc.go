// Package cli is the command awserrlint. Usage, completion in shells and dispatch all read the
// table of commands in commands.go.
package cli
