// Package protocol is the part of the Language Server Protocol 3.17 that awserrlint speaks: the messages, and what
// positions in them mean. Fields that awserrlint neither reads nor sends are left out.
package protocol
