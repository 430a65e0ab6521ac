// Package config reads .awserrlint.yml, which sets the flags that choose rules and set their
// options, for a whole module:
//
//	# Anything that "awserrlint -h" lists as a rule or its option.
//	tests: true
//	exclude: [internal/legacy/**]
//	swallowed: false
//	discarded:
//	  severity: warning # the flag -discarded.severity
package config
