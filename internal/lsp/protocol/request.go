package protocol

import "encoding/json"

// HoverParams ask what is at a position.
type HoverParams struct {
	TextDocument TextDocumentIdentifier `json:"textDocument"`
	Position     Position               `json:"position"`
}

// A Hover is what is shown at a range.
type Hover struct {
	Contents MarkupContent `json:"contents"`
	Range    *Range        `json:"range,omitempty"`
}

// A MarkupContent is text to show. Its kind is "markdown".
type MarkupContent struct {
	Kind  string `json:"kind"`
	Value string `json:"value"`
}

// A CodeActionKind says what an action is for. Kinds are hierarchical: "source.fixAll.awserrlint" is a "source.fixAll".
type CodeActionKind string

// The kinds of actions.
const (
	QuickFix CodeActionKind = "quickfix"
	Rewrite  CodeActionKind = "refactor.rewrite"
	FixAll   CodeActionKind = "source.fixAll.awserrlint"
)

// CodeActionParams ask for the actions at a range.
type CodeActionParams struct {
	TextDocument TextDocumentIdentifier `json:"textDocument"`
	Range        Range                  `json:"range"`
	Context      CodeActionContext      `json:"context"`
}

// A CodeActionContext says which actions are wanted.
type CodeActionContext struct {
	Diagnostics []Diagnostic     `json:"diagnostics"`
	Only        []CodeActionKind `json:"only"` // none for all kinds
}

// A CodeAction is a change that the user can choose. Without an Edit, the client asks for it with Data.
type CodeAction struct {
	Title       string          `json:"title"`
	Kind        CodeActionKind  `json:"kind"`
	Diagnostics []Diagnostic    `json:"diagnostics,omitempty"` // that the action resolves
	IsPreferred bool            `json:"isPreferred,omitempty"`
	Edit        *WorkspaceEdit  `json:"edit,omitempty"`
	Data        json.RawMessage `json:"data,omitempty"`
}

// A WorkspaceEdit is changes of files. Each has the version of the text that it is for, so that a client refuses it
// for another one.
type WorkspaceEdit struct {
	DocumentChanges []TextDocumentEdit `json:"documentChanges"`
}

// A TextDocumentEdit is changes of one file, which do not overlap.
type TextDocumentEdit struct {
	TextDocument VersionedTextDocument `json:"textDocument"`
	Edits        []TextEdit            `json:"edits"`
}

// A VersionedTextDocument names a document and the version of its text, null where the file is not open.
type VersionedTextDocument struct {
	URI     string `json:"uri"`
	Version *int32 `json:"version"`
}

// A TextEdit puts NewText in the place of a range.
type TextEdit struct {
	Range   Range  `json:"range"`
	NewText string `json:"newText"`
}
