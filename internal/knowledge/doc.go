// Package knowledge holds facts about libraries and services that types do not tell: what
// belongs to the standard library, what logs, never returns, wraps, only reads or serves
// tests, and how codes are spelled. Each table names its source. No other package has such a
// list. If two rules need different lists, both are here, side by side, and say how they
// differ.
package knowledge
