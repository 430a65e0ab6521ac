package lsp

import (
	"context"
	"errors"
	"path/filepath"

	"github.com/awserrlint/awserrlint/internal/config"
	"github.com/awserrlint/awserrlint/internal/errorscmd"
	"github.com/awserrlint/awserrlint/internal/lsp/protocol"
	"github.com/awserrlint/awserrlint/internal/printable"
)

// hover tells what the operation at a position can return.
func (s *server) hover(ctx context.Context, params protocol.HoverParams) (any, error) {
	snap := s.snapshot()
	name, ok := fileOf(params.TextDocument.URI)
	doc := snap.docs[name]
	if !ok || doc == nil || unitOf(name) == "" {
		return nil, nil
	}
	mapper := protocol.NewMapper(doc.text, s.encoding)
	offset, err := mapper.Offset(params.Position)
	if err != nil {
		return nil, err
	}
	l, err := s.load(ctx, snap, name)
	if errors.Is(err, errNotLoaded) {
		return nil, nil
	} else if err != nil {
		return nil, err
	}
	cur, ok := l.at(offset)
	if !ok {
		return nil, nil
	}
	op, node := l.operationAt(cur)
	if op == nil {
		return nil, nil
	}
	described, err := s.module(name).Describe(op.Service + "." + op.Name)
	if err != nil {
		s.log(protocol.MessageLog, err.Error()) // the go command does not find the service, or nobody knows the form of its source
		return nil, nil
	}
	at := mapper.Range(int(node.Pos()-l.file.FileStart), int(node.End()-l.file.FileStart))
	return &protocol.Hover{Contents: protocol.MarkupContent{Kind: "markdown", Value: printable.Lines(markdown(described))}, Range: &at}, nil
}

// module returns the services that the module of the file called name uses.
func (s *server) module(name string) *errorscmd.Module {
	dir := filepath.Dir(name)
	if root, err := config.ModuleRoot(dir); err == nil && root != "" {
		dir = root
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	m := s.modules[dir]
	if m == nil {
		m = errorscmd.ModuleAt(dir)
		s.modules[dir] = m
	}
	return m
}
