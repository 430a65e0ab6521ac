package lambdadrop

import (
	"go/ast"
	"go/constant"
	"go/types"

	"golang.org/x/tools/go/types/typeutil"

	"github.com/awserrlint/awserrlint/internal/knowledge"
)

// LogsMildly reports whether what the branch logs is no error, by the level or the text: the work goes on as it should.
func (b *Branch) LogsMildly() bool {
	mild := false
	ast.Inspect(b.Body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.CallExpr:
			fn, ok := typeutil.Callee(b.info, n).(*types.Func)
			mild = mild || ok && knowledge.LogsMildly(fn.Name())
		case ast.Expr:
			if v := b.info.Types[n].Value; v != nil {
				mild = mild || v.Kind() == constant.String && knowledge.LogAccepts(constant.StringVal(v))
				return false
			}
		}
		return !mild
	})
	return mild
}
