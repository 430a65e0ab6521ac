package protocol

import "encoding/json"

// The error codes of responses.
const (
	ServerNotInitialized = -32002
	RequestCancelled     = -32800
	ContentModified      = -32801
)

// InitializeParams is what a client tells of itself.
type InitializeParams struct {
	ClientInfo            ClientInfo         `json:"clientInfo"`
	RootURI               string             `json:"rootUri"` // "" where the client has no folder, or several
	WorkspaceFolders      []WorkspaceFolder  `json:"workspaceFolders"`
	Capabilities          ClientCapabilities `json:"capabilities"`
	InitializationOptions json.RawMessage    `json:"initializationOptions"`
}

// A ClientInfo names a client, if it likes to.
type ClientInfo struct {
	Name string `json:"name"`
}

// A WorkspaceFolder is a folder that the user has opened.
type WorkspaceFolder struct {
	URI  string `json:"uri"`
	Name string `json:"name"`
}

// ClientCapabilities are what a client can do.
type ClientCapabilities struct {
	General struct {
		PositionEncodings []Encoding `json:"positionEncodings"`
	} `json:"general"`
	Workspace struct {
		DidChangeWatchedFiles struct {
			DynamicRegistration bool `json:"dynamicRegistration"`
		} `json:"didChangeWatchedFiles"`
	} `json:"workspace"`
	TextDocument struct {
		CodeAction struct {
			DataSupport    bool `json:"dataSupport"`
			ResolveSupport struct {
				Properties []string `json:"properties"`
			} `json:"resolveSupport"`
		} `json:"codeAction"`
	} `json:"textDocument"`
}

// InitializeResult is what the server tells of itself.
type InitializeResult struct {
	Capabilities ServerCapabilities `json:"capabilities"`
	ServerInfo   ServerInfo         `json:"serverInfo"`
}

// ServerInfo names the server.
type ServerInfo struct {
	Name    string `json:"name"`
	Version string `json:"version"`
}

// ServerCapabilities are what the server can do.
type ServerCapabilities struct {
	PositionEncoding   Encoding                `json:"positionEncoding"`
	TextDocumentSync   TextDocumentSyncOptions `json:"textDocumentSync"`
	HoverProvider      bool                    `json:"hoverProvider"`
	CodeActionProvider CodeActionOptions       `json:"codeActionProvider"`
	Workspace          WorkspaceOptions        `json:"workspace"`
}

// TextDocumentSyncOptions say which notifications of documents the server wants.
type TextDocumentSyncOptions struct {
	OpenClose bool     `json:"openClose"`
	Change    SyncKind `json:"change"`
	Save      bool     `json:"save"`
}

// A SyncKind says what of a document is sent when it changes.
type SyncKind int

// Incremental is only what has changed, though a client may send the whole text as well.
const Incremental SyncKind = 2

// CodeActionOptions say what code actions there are.
type CodeActionOptions struct {
	CodeActionKinds []CodeActionKind `json:"codeActionKinds"`
	ResolveProvider bool             `json:"resolveProvider"`
}

// WorkspaceOptions say what the server does about workspace folders.
type WorkspaceOptions struct {
	WorkspaceFolders struct {
		Supported           bool `json:"supported"`
		ChangeNotifications bool `json:"changeNotifications"`
	} `json:"workspaceFolders"`
}

// CancelParams names a request whose result is no longer wanted.
type CancelParams struct {
	ID any `json:"id"` // a number or a string
}
