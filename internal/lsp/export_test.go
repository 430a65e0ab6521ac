package lsp

import (
	"context"
	"io"
	"time"
)

// ServeWithin is Serve with another debounce.
func ServeWithin(ctx context.Context, in io.ReadCloser, out io.WriteCloser, cfg Config, debounce time.Duration) int {
	cfg.debounce = debounce
	return Serve(ctx, in, out, cfg)
}

// Markdown is what a hover shows.
var Markdown = markdown
