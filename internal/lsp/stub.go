package lsp

import (
	"context"

	"github.com/awserrlint/awserrlint/internal/lsp/protocol"
)

type loaded struct{}

func (s *server) hover(ctx context.Context, params protocol.HoverParams) (any, error) {
	return nil, nil
}
func (s *server) codeActions(ctx context.Context, params protocol.CodeActionParams) (any, error) {
	return nil, nil
}
func (s *server) resolve(ctx context.Context, params protocol.CodeAction) (any, error) {
	return nil, nil
}
