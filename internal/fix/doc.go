// Package fix builds the edits of suggested fixes: imports, fresh names, zero
// values, replaced and inserted text. Where a fix is not certain to be right it is
// refused: no fix is better than a wrong one.
package fix
