// Package checkout finds Go modules in checkouts of repositories, makes up others, and runs awserrlint on them or on
// copies of them, for the tools that try awserrlint on real programs.
package checkout
