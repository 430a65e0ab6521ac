package lambdabatch

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ast/inspector"

	"github.com/awserrlint/awserrlint/internal/awssdk"
	"github.com/awserrlint/awserrlint/internal/fix"
	"github.com/awserrlint/awserrlint/internal/handler"
	"github.com/awserrlint/awserrlint/internal/lambdaresp"
)

// appendFailure returns the editor of the fix that adds the record to the failures that the function
// returns. It returns nil where there are none, in a function in the loop, in a loop in the loop, where a record
// can fail twice, and for a record of a stream that fails for good:
//
//	log.Print(err) => log.Print(err)
//	continue          failures = append(failures, events.SQSBatchItemFailure{ItemIdentifier: m.MessageId})
//	                  continue
//
// Of a FIFO queue it adds all later messages as well, and leaves the loop.
func (d drop) appendFailure() *fix.Editor {
	below := slices.DeleteFunc(slices.Clone(d.loop.scope.Returns), func(ret *lambdaresp.Return) bool { return ret.Stmt.Pos() < d.loop.cur.Node().End() })
	failure := failureType(d.loop.response)
	isKafka := d.loop.record.typ == "KafkaRecord"
	if failure == nil || handler.EventsType(d.loop.response) == "" && !isKafka || !d.Loops() || d.Inner != d.Func || len(below) != 1 || below[0].ResponseExpr == nil ||
		d.innermost() != d.loop.cur || d.isStream() && d.failsForGood() {
		return nil
	}
	e := d.loop.Fixes.Editor(d.Stmt.Pos())
	record := d.expr(e)
	if record == "" || e.Lookup("append", d.Stmt.Pos()).Pkg() != nil {
		return nil
	}
	last := d.Body.List[len(d.Body.List)-1]
	jump, jumps := last.(*ast.BranchStmt)
	if _, returns := last.(*ast.ReturnStmt); returns || jumps && jump.Tok == token.BREAK {
		return nil
	}
	list := d.loop.failures(e, below[0].ResponseExpr, failure)
	typ, ok := e.Type(failure, d.Stmt.Pos())
	if list == "" || !ok {
		return nil
	}
	identifier := record + "." + d.loop.record.path()
	switch {
	case isKafka:
		identifier = d.offset(e, failure, record)
	case d.isFIFO():
		if d.inSwitch() {
			return nil
		}
		left := e.Fresh("left", d.Stmt.Pos())
		text := "for _, " + left + " := range " + d.rest(e) + " {\n\t" + list + " = append(" + list + ", " + typ + "{ItemIdentifier: " + left + ".MessageId})\n}"
		if jumps {
			e.InsertBefore(last, text)
			e.Replace(last, "break")
		} else {
			e.InsertAfter(last, text+"\nbreak")
		}
		return e
	}
	gap, end := "", ""
	if isKafka { // one line would be too long
		gap, end = "\n\t", ",\n"
	}
	text := list + " = append(" + list + ", " + typ + "{" + gap + identifierOf(failure).Name() + ": " + identifier + end + "})"
	if jumps {
		e.InsertBefore(last, text)
	} else {
		e.InsertAfter(last, text)
	}
	return e
}

// expr returns an expression for the record in the branch, "" if there is none.
func (d drop) expr(e *fix.Editor) string {
	if e == nil {
		return ""
	}
	if d.loop.name != nil {
		if e.Lookup(d.loop.name.Name(), d.Stmt.Pos()) == d.loop.name {
			return d.loop.name.Name()
		}
		return ""
	}
	index, ok := d.Object(d.loop.index).(*types.Var)
	if !ok || e.Lookup(index.Name(), d.Stmt.Pos()) != index || !fix.Repeatable(d.loop.TypesInfo, d.loop.list) {
		return ""
	}
	return e.Source(d.loop.list) + "[" + index.Name() + "]"
}

// rest returns an expression for the message in the branch and all later ones. A loop without an index gets one.
func (d drop) rest(e *fix.Editor) string {
	if !fix.Repeatable(d.loop.TypesInfo, d.loop.list) {
		e.Refuse()
	}
	list := e.Source(d.loop.list)
	if index, ok := d.Object(d.loop.index).(*types.Var); ok && index.Name() != "_" {
		if e.Lookup(index.Name(), d.Stmt.Pos()) != index {
			e.Refuse()
		}
		return list + "[" + index.Name() + ":]"
	}
	if d.loop.index == nil {
		e.Refuse()
		return ""
	}
	index := e.Fresh("i", d.Stmt.Pos())
	e.Replace(d.loop.index, index)
	return list + "[" + index + ":]"
}

// inSwitch reports whether a break in the branch would leave something else than the loop.
func (d drop) inSwitch() bool {
	for outer := range d.Cur.Enclosing((*ast.SwitchStmt)(nil), (*ast.TypeSwitchStmt)(nil), (*ast.SelectStmt)(nil), (*ast.ForStmt)(nil), (*ast.RangeStmt)(nil)) {
		return outer != d.loop.cur
	}
	return true
}

// offset returns an expression for the identifier of the record in a failure, a type of the program: the topic with the number
// of the partition, and the offset. The fix is refused where the type has no such fields.
func (d drop) offset(e *fix.Editor, failure types.Type, record string) string {
	t := identifierOf(failure).Type()
	s := awssdk.Struct(t)
	name, ok := e.Type(t, d.Stmt.Pos())
	if s == nil || !ok {
		e.Refuse()
		return ""
	}
	partition, offset := handler.ResponseField(s, "partition"), handler.ResponseField(s, "offset")
	if partition == nil || offset == nil || s.NumFields() != 2 || !types.Identical(offset.Type(), types.Typ[types.Int64]) || !types.Identical(partition.Type(), types.Typ[types.String]) {
		e.Refuse()
		return ""
	}
	key := e.Import("fmt", "fmt", d.Stmt.Pos()) + `.Sprintf("%s-%d", ` + record + ".Topic, " + record + ".Partition)"
	return name + "{" + partition.Name() + ": " + key + ", " + offset.Name() + ": " + record + ".Offset}"
}

// innermost returns the innermost loop around the branch.
func (d drop) innermost() inspector.Cursor {
	for outer := range d.Cur.Enclosing((*ast.ForStmt)(nil), (*ast.RangeStmt)(nil)) {
		return outer
	}
	return inspector.Cursor{}
}

// failures returns an expression for the list of failures in the response that is returned, which it makes where there
// is none, and "" where that cannot be told.
func (l *loop) failures(e *fix.Editor, response ast.Expr, failure types.Type) string {
	response = ast.Unparen(response)
	if addr, ok := response.(*ast.UnaryExpr); ok {
		response = addr.X
	}
	if l.outside(e, response) {
		return e.Source(response) + ".BatchItemFailures"
	}
	lit, ok := response.(*ast.CompositeLit)
	if !ok || len(lit.Elts) > 1 {
		return ""
	}
	if len(lit.Elts) == 1 {
		kv, ok := lit.Elts[0].(*ast.KeyValueExpr)
		if !ok || !l.outside(e, kv.Value) {
			return ""
		}
		return e.Source(kv.Value)
	}
	typ, ok := e.Type(failure, l.cur.Node().Pos())
	if l.record.typ == "KafkaRecord" { // the loop stands in one over the partitions
		return ""
	}
	if !ok || e.HasComment(lit.Lbrace, lit.Rbrace) {
		return ""
	}
	name := e.Fresh("failures", l.cur.Node().Pos())
	for !e.Claim(l.cur.Parent().Node(), l.cur.Node().Pos(), name, typ) {
		name = e.Fresh("failures", l.cur.Node().Pos())
	}
	e.InsertBefore(l.cur.Node(), "var "+name+" []"+typ)
	// As a replacement it conflicts with that of another loop, and waits for the next round.
	e.ReplaceRange(lit.Lbrace, lit.Rbrace+1, "{BatchItemFailures: "+name+"}")
	return name
}

// outside reports whether x is a variable that was declared before the loop, and is visible in it.
func (l *loop) outside(e *fix.Editor, x ast.Expr) bool {
	v, ok := l.drops.Object(x).(*types.Var)
	return ok && v.Pos() < l.cur.Node().Pos() && e.Lookup(v.Name(), l.body.Pos()) == v
}
