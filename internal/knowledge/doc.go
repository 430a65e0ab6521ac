// Package knowledge holds what is known of libraries and services besides their types:
// what is the standard library, what logs, never returns, wraps, only reads, serves tests,
// and how codes are spelled. Each table says where it comes from. Nobody else keeps such a
// list; where two rules ask for different things, both lists stand here, next to each
// other, and say how they differ.
package knowledge
