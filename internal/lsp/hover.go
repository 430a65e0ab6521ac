package lsp

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"strings"

	"github.com/awserrlint/awserrlint/internal/config"
	"github.com/awserrlint/awserrlint/internal/errorscmd"
	"github.com/awserrlint/awserrlint/internal/lsp/protocol"
	"github.com/awserrlint/awserrlint/internal/program"
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
	return &protocol.Hover{Contents: protocol.MarkupContent{Kind: "markdown", Value: markdown(described)}, Range: &at}, nil
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

// maxRows is how many errors of an operation are shown. A client shows a hover in a small window.
const maxRows = 40

// markdown returns what an operation can return, those errors first that mean something.
func markdown(op *errorscmd.Operation) string {
	var b strings.Builder
	fmt.Fprintf(&b, "**%s** in `%s` %s\n", op, op.Package, cmp.Or(op.Version, "of unknown version"))
	var meaning, others []errorscmd.Error
	for _, e := range op.Errors {
		if len(e.Means) > 0 {
			meaning = append(meaning, e)
		} else {
			others = append(others, e)
		}
	}
	rows := append(meaning, others...)
	if len(rows) > 0 {
		b.WriteString("\n| error | code | status | retried | means |\n| --- | --- | --- | --- | --- |\n")
	}
	for _, e := range rows[:min(len(rows), maxRows)] {
		w, means := e.Words(), "-"
		if w.Means != "" {
			means = "**" + w.Means + "**"
		}
		fmt.Fprintf(&b, "| `%s` | `%s` | %s | %s | %s |\n", w.Match, w.Code, w.Status, w.Retried, means)
	}
	if more := len(rows) - maxRows; more > 0 {
		fmt.Fprintf(&b, "\nand %d more.\n", more)
	}
	if len(op.Partial) > 0 {
		fmt.Fprintf(&b, "\nIt can fail in part with a nil error: look at `%s` of the output.\n", strings.Join(op.Partial, "`, `"))
	}
	for _, note := range op.Notes {
		fmt.Fprintf(&b, "\n%s\n", strings.Replace(note, "* ", "\\* ", 1))
	}
	fmt.Fprintf(&b, "\n`%s errors %s`\n", program.Name, op)
	return b.String()
}
