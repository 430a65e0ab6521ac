package lsp

import (
	"context"
	"encoding/json"
	"path/filepath"
	"slices"

	"github.com/sourcegraph/jsonrpc2"

	"github.com/awserrlint/awserrlint/internal/config"
	"github.com/awserrlint/awserrlint/internal/lsp/protocol"
	"github.com/awserrlint/awserrlint/internal/program"
)

// changeState begins or ends the session.
func (s *server) changeState(method string, raw json.RawMessage) (any, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if method == "shutdown" {
		if s.state != initialized {
			return nil, errShutDown
		}
		s.state = shutDown
		if s.cancel != nil {
			s.cancel()
		}
		return nil, nil
	}
	if s.state != created {
		return nil, &jsonrpc2.Error{Code: jsonrpc2.CodeInvalidRequest, Message: "the session has been initialized"}
	}
	params, err := decode[protocol.InitializeParams](raw)
	if err != nil {
		return nil, err
	}
	s.state, s.client = initialized, params.Capabilities
	s.encoding = protocol.Choose(params.Capabilities.General.PositionEncodings)
	s.resolves = resolves(params)
	result := protocol.InitializeResult{
		Capabilities: protocol.ServerCapabilities{
			PositionEncoding:   s.encoding,
			TextDocumentSync:   protocol.TextDocumentSyncOptions{OpenClose: true, Change: protocol.Incremental, Save: true},
			HoverProvider:      true,
			CodeActionProvider: protocol.CodeActionOptions{CodeActionKinds: []protocol.CodeActionKind{protocol.QuickFix, protocol.Rewrite, protocol.FixAll}, ResolveProvider: s.resolves},
		},
		ServerInfo: protocol.ServerInfo{Name: program.Name, Version: program.Version()},
	}
	result.Capabilities.Workspace.WorkspaceFolders.Supported = true
	result.Capabilities.Workspace.WorkspaceFolders.ChangeNotifications = true
	return result, nil
}

// resolves reports whether a client asks for the edit of an action when it is chosen. lsp-mode of Emacs, which calls itself
// emacs, would ask each server of a buffer that answers such questions, whoever offered the action, and fail with two answers:
// actions of gopls would fail as well.
func resolves(params protocol.InitializeParams) bool {
	can := params.Capabilities.TextDocument.CodeAction
	return can.DataSupport && slices.Contains(can.ResolveSupport.Properties, "edit") && params.ClientInfo.Name != "emacs"
}

// watched are the files, as globs, that can change what is found.
var watched = []string{"**/*.go", "**/go.mod", "**/go.sum", "**/go.work", "**/" + config.Name}

// initialized asks the client to watch files, if it can.
func (s *server) initialized(struct{}) error {
	s.mu.Lock()
	able := s.client.Workspace.DidChangeWatchedFiles.DynamicRegistration
	s.mu.Unlock()
	if !able {
		return nil
	}
	var options protocol.DidChangeWatchedFilesRegistrationOptions
	for _, glob := range watched {
		options.Watchers = append(options.Watchers, protocol.FileSystemWatcher{GlobPattern: glob})
	}
	// The answer is read by the goroutine that runs this.
	go func() {
		err := s.conn.Call(context.Background(), "client/registerCapability", protocol.RegistrationParams{Registrations: []protocol.Registration{
			{ID: "watch", Method: "workspace/didChangeWatchedFiles", RegisterOptions: options},
		}}, nil)
		if err != nil {
			s.log(protocol.MessageWarning, "the client watches no files: "+err.Error())
		}
	}()
	return nil
}

// didChangeWatchedFiles analyzes the units of the files again. What is under way may have read what was there before.
func (s *server) didChangeWatchedFiles(params protocol.DidChangeWatchedFilesParams) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, change := range params.Changes {
		name, ok := fileOf(change.URI)
		if !ok {
			continue
		}
		if filepath.Ext(name) != ".go" {
			s.loaded = nil // another version of the SDK, perhaps
			clear(s.modules)
			s.analyzeAllUnits()
			break
		}
		if root := unitOf(name); root != "" && s.knows(root) {
			s.plan(root).whole = true
		}
	}
	s.interrupt(s.debounce)
	return nil
}

// didChangeWorkspaceFolders forgets what was found in folders that the user has closed.
func (s *server) didChangeWorkspaceFolders(params protocol.DidChangeWorkspaceFoldersParams) error {
	var closed []string
	for _, folder := range params.Event.Removed {
		if name, ok := fileOf(folder.URI); ok {
			closed = append(closed, name)
		}
	}
	isClosed := func(name string) bool {
		return slices.ContainsFunc(closed, func(dir string) bool { return isBelow(name, dir) })
	}
	s.mu.Lock()
	for root := range s.whole {
		if isClosed(root) {
			delete(s.whole, root)
			delete(s.pending, root)
		}
	}
	var gone []protocol.PublishDiagnosticsParams
	for name, f := range s.files {
		if isClosed(name) {
			gone = append(gone, s.withdraw(name, f)...)
		}
	}
	s.mu.Unlock()
	s.publishAll(gone)
	return nil
}
