// Package analyzers lists the rules of awserrlint.
package analyzers
