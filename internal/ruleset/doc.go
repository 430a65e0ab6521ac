// Package ruleset is how users choose among the rules and set their options: by flags
// of a command, or by settings of the same names.
package ruleset
