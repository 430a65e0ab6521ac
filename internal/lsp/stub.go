package lsp

import (
	"context"

	"github.com/awserrlint/awserrlint/internal/lsp/protocol"
)

func (s *server) codeActions(ctx context.Context, params protocol.CodeActionParams) (any, error) {
	return nil, nil
}
func (s *server) resolve(ctx context.Context, params protocol.CodeAction) (any, error) {
	return nil, nil
}
