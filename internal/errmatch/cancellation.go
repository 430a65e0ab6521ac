package errmatch

import (
	"go/ast"
	"go/token"
	"go/types"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/awserrlint/awserrlint/internal/awssdk"
	"github.com/awserrlint/awserrlint/internal/ssaflow"
)

// A CancellationCheck compares the code of a CancellationReason of a DynamoDB transaction with a constant.
type CancellationCheck struct {
	Code    string
	Literal ast.Expr // its syntax
}

func (s *Set) findCancellations() []*CancellationCheck {
	var checks []*CancellationCheck
	s.eachComparison(func(c comparison) {
		if !isReasonCode(c.of) {
			return
		}
		if texts, lit := s.constants(c.with), s.literal(c); lit != nil && len(texts) == 1 {
			checks = append(checks, &CancellationCheck{texts[0], lit})
		}
	})
	return checks
}

// isReasonCode reports whether v is the Code of a CancellationReason: the pointer that the field
// is, what it points to, or aws.ToString of it.
func isReasonCode(v ssa.Value) bool {
	switch v := v.(type) {
	case *ssa.Call:
		fn := ssaflow.Callee(v.Common())
		return fn != nil && fn.Name() == "ToString" && len(v.Call.Args) == 1 && isReasonCode(v.Call.Args[0])
	case *ssa.UnOp:
		if addr, ok := v.X.(*ssa.FieldAddr); ok {
			return isReasonField(addr.X.Type(), addr.Field)
		}
		return v.Op == token.MUL && isReasonCode(v.X)
	case *ssa.Field:
		return isReasonField(v.X.Type(), v.Field)
	}
	return false
}

func isReasonField(t types.Type, index int) bool {
	f, name := ssaflow.FieldOf(t, index), awssdk.TypeName(t)
	return f != nil && f.Name() == "Code" && name != nil && name.Name() == "CancellationReason" && name.Pkg() != nil &&
		strings.HasSuffix(name.Pkg().Path(), "/dynamodb/types")
}
