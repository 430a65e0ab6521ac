package lsp

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/sourcegraph/jsonrpc2"

	"github.com/awserrlint/awserrlint/internal/finding"
	"github.com/awserrlint/awserrlint/internal/lsp/protocol"
)

// An actionData is what an action does. Clients send it back to have the edit made.
type actionData struct {
	Does    string `json:"does"` // a key of editors
	URI     string `json:"uri"`
	Version int32  `json:"version"`           // of the document that the action is for
	Rule    string `json:"rule,omitempty"`    // of which all findings are fixed; "" for all rules
	Finding int    `json:"finding,omitempty"` // its index among those of the file
	Fix     int    `json:"fix,omitempty"`     // its index among those of the finding
	Offset  int    `json:"offset,omitempty"`  // of a call
	Type    string `json:"type,omitempty"`    // to match
}

// editors make the edits of actions. They return the new contents of files, by name.
var editors = map[string]func(*server, context.Context, *target, actionData) (map[string][]byte, error){
	"fix":    (*server).fixOne,
	"fixAll": (*server).fixAll,
	"ignore": (*server).ignore,
	"handle": (*server).handleErrors,
	"match":  (*server).matchType,
}

// A target is a document that actions are for, with what has been found in it.
type target struct {
	snap     *snapshot
	doc      *document
	root     string // of the unit
	findings []finding.Finding
	names    map[string]string // see found
}

// errOutdated says that the document is not the one any more that the client asked about.
var errOutdated = &jsonrpc2.Error{Code: protocol.ContentModified, Message: "the document has changed"}

// settle is how long actions wait for the analysis of a document that has just changed.
const settle = 2 * time.Second

// targetAt returns the document with the URI once it has been analyzed, nil if it is none that is, or that takes too long.
func (s *server) targetAt(ctx context.Context, uri string) *target {
	name, ok := fileOf(uri)
	root := ""
	if ok {
		root = unitOf(name)
	}
	if root == "" {
		return nil
	}
	late := time.After(settle)
	for {
		s.mu.Lock()
		doc, f, news := s.docs[name], s.files[name], s.news
		s.mu.Unlock()
		if doc == nil {
			return nil
		}
		if f != nil && f.doc == doc {
			return &target{snap: s.snapshot(), doc: doc, root: root, findings: f.findings, names: f.names}
		}
		select {
		case <-news:
		case <-late:
			return nil
		case <-ctx.Done():
			return nil
		}
	}
}

// codeActions returns what can be done at a range.
func (s *server) codeActions(ctx context.Context, params protocol.CodeActionParams) (any, error) {
	actions := []protocol.CodeAction{}
	t := s.targetAt(ctx, params.TextDocument.URI)
	if t == nil {
		return actions, nil
	}
	start, end, err := protocol.NewMapper(t.doc.text, s.encoding).Offsets(params.Range)
	if err != nil {
		return nil, err
	}
	wanted := func(kind protocol.CodeActionKind) bool {
		only := params.Context.Only
		return len(only) == 0 || slices.ContainsFunc(only, func(k protocol.CodeActionKind) bool {
			return kind == k || strings.HasPrefix(string(kind), string(k)+".")
		})
	}
	offered := s.actionsForFindings(t, start, end)
	if wanted(protocol.Rewrite) {
		if offer := s.handleAction(ctx, t, start); offer != nil {
			offered = append(offered, *offer)
		}
	}
	if slices.ContainsFunc(t.findings, inAll) {
		// What is not about this place comes last.
		action := protocol.CodeAction{Title: "Fix all that awserrlint can fix in this file", Kind: protocol.FixAll}
		offered = append(offered, offer{action, actionData{Does: "fixAll"}})
	}
	s.mu.Lock()
	resolves := s.resolves
	s.mu.Unlock()
	for _, offer := range offered {
		if !wanted(offer.action.Kind) {
			continue
		}
		offer.data.URI, offer.data.Version = t.doc.uri, t.doc.version
		if resolves {
			offer.action.Data = protocol.Raw(offer.data)
		} else if offer.action.Edit, err = s.edit(ctx, t, offer.data); err != nil {
			continue
		}
		actions = append(actions, offer.action)
	}
	return actions, nil
}

// An offer is an action whose edit has not been made.
type offer struct {
	action protocol.CodeAction
	data   actionData
}

// actionsForFindings returns what can be done about the findings in a range, given by offsets: a fix, the fixes of all findings
// of their rules, or a directive.
func (s *server) actionsForFindings(t *target, start, end int) []offer {
	texts := &texts{snap: t.snap, encoding: s.encoding, mappers: make(map[string]*protocol.Mapper)}
	fixable := make(map[string]int) // number of findings, by rule
	for _, f := range t.findings {
		if len(f.Fixes) > 0 {
			fixable[f.Rule]++
		}
	}
	var fixes, rules, ignores []offer
	seen := make(map[string]bool)
	for i, f := range t.findings {
		if f.End.Offset < start || end < f.Pos.Offset {
			continue
		}
		s.mu.Lock()
		diagnostics := []protocol.Diagnostic{s.diagnostic(texts, f)}
		s.mu.Unlock()
		for j, fix := range f.Fixes {
			action := protocol.CodeAction{Title: capital(fix.Message), Kind: protocol.QuickFix, Diagnostics: diagnostics, IsPreferred: j == 0}
			fixes = append(fixes, offer{action, actionData{Does: "fix", Finding: i, Fix: j}})
		}
		fixes = append(fixes, s.matchOffers(f, i, diagnostics)...)
		if n := fixable[f.Rule]; n > 1 && !seen[f.Rule] {
			action := protocol.CodeAction{Title: fmt.Sprintf("Fix all %d findings of %s in this file", n, f.Rule), Kind: protocol.QuickFix, Diagnostics: diagnostics}
			rules = append(rules, offer{action, actionData{Does: "fixAll", Rule: f.Rule}})
		}
		if f.Rule != s.Rules.Directives.Name { // about a directive itself
			action := protocol.CodeAction{Title: fmt.Sprintf("Ignore %s here, for a reason that you write", f.Rule), Kind: protocol.QuickFix, Diagnostics: diagnostics}
			ignores = append(ignores, offer{action, actionData{Does: "ignore", Finding: i}})
		}
		seen[f.Rule] = true
	}
	return slices.Concat(fixes, rules, ignores)
}

// capital returns text with a capital letter at its start.
func capital(text string) string {
	if text == "" {
		return "Fix"
	}
	return strings.ToUpper(text[:1]) + text[1:]
}

// resolve makes the edit of an action.
func (s *server) resolve(ctx context.Context, action protocol.CodeAction) (any, error) {
	var data actionData
	if err := json.Unmarshal(action.Data, &data); err != nil {
		return nil, &jsonrpc2.Error{Code: jsonrpc2.CodeInvalidParams, Message: "no action of this server"}
	}
	t := s.targetAt(ctx, data.URI)
	if t == nil || t.doc.version != data.Version {
		return nil, errOutdated
	}
	var err error
	action.Edit, err = s.edit(ctx, t, data)
	return action, err
}

// edit makes the edit that data describes.
func (s *server) edit(ctx context.Context, t *target, data actionData) (*protocol.WorkspaceEdit, error) {
	make, ok := editors[data.Does]
	if !ok || data.Finding < 0 || data.Finding > len(t.findings) {
		return nil, errors.New("no action of this server")
	}
	after, err := make(s, ctx, t, data)
	if err != nil {
		return nil, err
	}
	return s.workspaceEdit(t.snap, after)
}
