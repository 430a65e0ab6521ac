package lambdadrop

import (
	"go/ast"
	"go/token"
	"go/types"
	"iter"
	"slices"
	"sync"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ast/inspector"
	"golang.org/x/tools/go/ssa"
	"golang.org/x/tools/go/types/typeutil"

	"github.com/awserrlint/awserrlint/internal/handler"
	"github.com/awserrlint/awserrlint/internal/knowledge"
	"github.com/awserrlint/awserrlint/internal/lambdaresp"
)

// A Finder finds the errors that a package drops.
type Finder struct {
	fset      *token.FileSet
	info      *types.Info
	root      inspector.Cursor
	handlers  *handler.Set
	responses *lambdaresp.Set

	// tells reports whether a node tells the invoker that something has failed, by other means than an error.
	tells func(ast.Node) bool

	calls func() map[*ast.CallExpr]*ssa.Call
}

// New returns a finder for the package of pass, whose syntax is root. tells reports whether a node makes
// what tells the invoker of a failure, such as a batch item failure.
func New(pass *analysis.Pass, root inspector.Cursor, handlers *handler.Set, responses *lambdaresp.Set, tells func(ast.Node) bool) *Finder {
	f := &Finder{fset: pass.Fset, info: pass.TypesInfo, root: root, handlers: handlers, responses: responses, tells: tells}
	f.calls = sync.OnceValue(f.callsOf)
	return f
}

func (f *Finder) callsOf() map[*ast.CallExpr]*ssa.Call {
	calls := make(map[*ast.CallExpr]*ssa.Call)
	program := f.responses.Program()
	program.Instrs(func(instr ssa.Instruction) {
		if call, ok := instr.(*ssa.Call); ok {
			if cur, ok := program.Call(call); ok {
				calls[cur.Node().(*ast.CallExpr)] = call
			}
		}
	})
	return calls
}

// A Scope is code of which only the results of a function can tell that something in it has failed.
type Scope struct {
	*Finder
	Cur  inspector.Cursor // *ast.RangeStmt, *ast.ForStmt, *ast.FuncDecl or *ast.FuncLit
	Body *ast.BlockStmt

	Func    inspector.Cursor     // the function around it, or the scope itself
	Returns []*lambdaresp.Return // of Func
}

// Scope returns the scope at cur, which has the body, in the function at fn.
func (f *Finder) Scope(cur inspector.Cursor, body *ast.BlockStmt, fn inspector.Cursor) *Scope {
	return &Scope{Finder: f, Cur: cur, Body: body, Func: fn, Returns: f.responses.ReturnsOf(fn)}
}

// Loops reports whether the scope is a loop.
func (s *Scope) Loops() bool { return s.Cur != s.Func }

// Branches yields the branches of the scope for errors of which it is known what has returned them, in the order of the source.
func (s *Scope) Branches() iter.Seq[*Branch] {
	return func(yield func(*Branch) bool) {
		for cur := range s.Cur.Preorder((*ast.IfStmt)(nil)) {
			b := s.branch(cur)
			if b == nil || b.Body.Pos() < s.Body.Pos() {
				continue
			}
			// have: err := process(record)
			if b.Call = b.made(); b.Call == nil {
				continue
			}
			if b.Value = b.errorOf(b.Call); b.Value != nil && !yield(b) {
				return
			}
		}
	}
}

// Dropped yields the branches of the scope that drop an error, in the order of the source.
func (s *Scope) Dropped() iter.Seq[*Branch] {
	return func(yield func(*Branch) bool) {
		if s.TellsLater() {
			return
		}
		for b := range s.Branches() {
			if b.drops() && !yield(b) {
				return
			}
		}
	}
}

// drops reports whether the error of the branch is a failure of the work, and ends there.
func (b *Branch) drops() bool {
	// have: { log.Print(err); continue }
	if !b.goesOn() {
		return false
	}
	name := "" // of a function value
	if fn := b.Callee(); fn != nil {
		name = fn.Name()
	}
	decodes := knowledge.Decodes(name)
	return !knowledge.CleansUp(name) && !b.isMeant(decodes) && !(decodes && b.LogsMildly()) && !b.isKept(b.Value, b) && !b.onlyForLog(b.Call) && !b.isTold()
}

// Callee returns the function that returns the error, nil if that is not known.
func (b *Branch) Callee() *types.Func {
	fn, _ := typeutil.Callee(b.info, b.Call).(*types.Func)
	return fn
}

// succeeds reports whether the function at fn, whose returns are returns, may still say that all has worked
// when it has come to pos.
func (f *Finder) succeeds(fn inspector.Cursor, returns []*lambdaresp.Return, pos token.Pos) bool {
	if f.signature(fn).Results().Len() == 0 {
		return true
	}
	return slices.ContainsFunc(returns, func(ret *lambdaresp.Return) bool { return ret.Stmt.Pos() >= pos && !ret.ErrNonNil })
}

// Object returns the variable that e names, nil if it names none.
func (f *Finder) Object(e ast.Expr) types.Object {
	id, ok := ast.Unparen(e).(*ast.Ident)
	if !ok {
		return nil
	}
	return f.info.ObjectOf(id)
}

func (f *Finder) signature(fn inspector.Cursor) *types.Signature {
	return handler.SignatureOf(f.info, fn)
}
