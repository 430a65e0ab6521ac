// Package lsp is the command "awserrlint lsp": a language server that shows the findings of the rules while a program is
// written, offers their fixes, and tells what AWS calls can return.
//
// The client's notifications change documents, in the order in which they come. One worker analyzes what has changed: first
// the packages of files that were edited, then all that can depend on them, a module or a workspace. A new edit ends an
// analysis that is under way, and what that has not done is done with the next. So nothing queues up, and the last
// text is always analyzed. Requests run beside it, on documents as they are when the request comes.
package lsp
