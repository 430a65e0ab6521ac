// Package remedy says what the operations that an error comes from can return, and what a program
// has to ask such an error in place of what it asks: the modelled type, the code or the HTTP status
// that a text, a code or the name of a type stands for.
package remedy
