package handler

import (
	"go/ast"
	"go/types"

	"github.com/awserrlint/awserrlint/internal/httpstatus"
)

// Caller names who makes an HTTP response of the results of a handler of the source s.
func (s Source) Caller() string {
	switch s {
	case URL:
		return "the function URL"
	case ALB:
		return "the load balancer"
	}
	return "API Gateway"
}

// ErrorStatus returns the status with which the caller of a handler of the source s answers an error,
// or a response that it does not understand.
func (s Source) ErrorStatus() int {
	if s == HTTP {
		return httpstatus.InternalServerError
	}
	return httpstatus.BadGateway
}

// DefersResults reports whether a deferred function of h has to do with the results of h, which
// it may then change.
func (h *Handler) DefersResults(info *types.Info) bool {
	results := h.Sig.Results()
	found := false
	ast.Inspect(h.Body, func(n ast.Node) bool {
		d, ok := n.(*ast.DeferStmt)
		if !ok {
			return !found
		}
		ast.Inspect(d, func(n ast.Node) bool {
			if id, ok := n.(*ast.Ident); ok {
				for v := range results.Variables() {
					found = found || info.Uses[id] == v
				}
			}
			return !found
		})
		return false
	})
	return found
}
