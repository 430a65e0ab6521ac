// Package state names states.
package state

type State int

const (
	InProgress State = iota
	Ready
	NotCreated
)
