package main

import (
	"go/ast"
	"go/types"
	"slices"
	"strings"

	"github.com/awserrlint/awserrlint/internal/awspath"
	"github.com/awserrlint/awserrlint/internal/awssdk"
)

// lambdaOperators make a handler of Lambda answer wrong.
var lambdaOperators = []*operator{
	{name: "return the error", rules: []string{"lambdaproxyerr"}, plant: returnError},
	{name: "return the error beside the response", rules: []string{"lambdadropresp", "lambdaproxyerr"}, plant: returnBoth},
	{name: "send the text of the error", rules: []string{"lambdabody"}, plant: sendText},
	{name: "write JSON by hand", rules: []string{"lambdahandjson", "lambdabody"}, plant: writeJSON},
	{name: "forget a failed record", rules: []string{"lambdabatch", "swallowed"}, plant: forgetRecord},
}

// responses are the types of package events with which handlers of HTTP requests answer.
var responses = []string{"APIGatewayProxyResponse", "APIGatewayV2HTTPResponse", "ALBTargetGroupResponse", "LambdaFunctionURLResponse"}

// A failure is where a handler answers that it has failed:
//
//	if err != nil { … return response, nil }
type failure struct {
	ret      *ast.ReturnStmt
	err      *ast.Ident
	response string // its type as the file writes it, with the & that a value of it needs
	pointer  bool
}

// failures returns where f, if it is a handler of HTTP requests, answers that it has failed.
func (f *function) failures() []*failure {
	fn := f.object()
	if fn == nil {
		return nil
	}
	sig := fn.Signature()
	if sig.Results().Len() != 2 || !awssdk.IsError(sig.Results().At(1).Type()) || !takesRequest(sig) {
		return nil
	}
	_, pointer := types.Unalias(sig.Results().At(0).Type()).(*types.Pointer)
	name := awssdk.TypeName(sig.Results().At(0).Type())
	if name == nil || !isEvents(name.Pkg()) || !slices.Contains(responses, name.Name()) {
		return nil
	}
	typ := f.source(f.decl.Type.Results.List[0].Type)
	if pointer {
		typ = strings.Replace(typ, "*", "&", 1)
	}
	var all []*failure
	ast.Inspect(f.decl.Body, func(n ast.Node) bool {
		stmt, ok := n.(*ast.IfStmt)
		if _, isLit := n.(*ast.FuncLit); isLit {
			return false
		}
		if !ok || f.failed(stmt.Cond) == nil || len(stmt.Body.List) == 0 {
			return true
		}
		ret, ok := stmt.Body.List[len(stmt.Body.List)-1].(*ast.ReturnStmt)
		if ok && len(ret.Results) == 2 && f.source(ret.Results[1]) == "nil" && f.source(ret.Results[0]) != "nil" {
			all = append(all, &failure{ret, stmt.Cond.(*ast.BinaryExpr).X.(*ast.Ident), typ, pointer})
		}
		return true
	})
	return all
}

func isEvents(pkg *types.Package) bool {
	return pkg != nil && pkg.Path() == awspath.Events
}

// takesRequest reports whether a function takes a request of package events.
func takesRequest(sig *types.Signature) bool {
	for i := range sig.Params().Len() {
		if name := awssdk.TypeName(sig.Params().At(i).Type()); name != nil && isEvents(name.Pkg()) && strings.HasSuffix(name.Name(), "Request") {
			return true
		}
	}
	return false
}

// returnError plants
//
//	return response, nil  =>  return events.APIGatewayProxyResponse{}, err
func returnError(f *function, op *operator) {
	for _, x := range f.failures() {
		first := x.response + "{}"
		if x.pointer {
			first = "nil"
		}
		f.plant(op, inHandler, x.ret, []textEdit{f.replace(x.ret, "return "+first+", "+x.err.Name)})
	}
}

// returnBoth plants
//
//	return response, nil  =>  return response, err
func returnBoth(f *function, op *operator) {
	for _, x := range f.failures() {
		f.plant(op, inHandler, x.ret, []textEdit{f.replace(x.ret.Results[1], x.err.Name)})
	}
}

// sendText plants
//
//	return response, nil  =>  return events.APIGatewayProxyResponse{StatusCode: 500, Body: err.Error()}, nil
func sendText(f *function, op *operator) {
	for _, x := range f.failures() {
		f.plant(op, inHandler, x.ret, []textEdit{f.replace(x.ret.Results[0], x.response+"{StatusCode: 500, Body: "+x.err.Name+".Error()}")})
	}
}

// writeJSON plants
//
//	return response, nil  =>  return events.APIGatewayProxyResponse{StatusCode: 500, Body: fmt.Sprintf(`{"error": "%s"}`, err)}, nil
func writeJSON(f *function, op *operator) {
	for _, x := range f.failures() {
		body := "fmt.Sprintf(`{\"error\": \"%s\"}`, " + x.err.Name + ")"
		f.plant(op, inHandler, x.ret, []textEdit{f.replace(x.ret.Results[0], x.response+"{StatusCode: 500, Body: "+body+"}")}, "fmt")
	}
}

// forgetRecord plants
//
//	failures = append(failures, events.SQSBatchItemFailure{…})  =>
func forgetRecord(f *function, op *operator) {
	f.lists(func(list []ast.Stmt) {
		for _, stmt := range list {
			assign, ok := stmt.(*ast.AssignStmt)
			if !ok || len(assign.Rhs) != 1 {
				continue
			}
			call, ok := assign.Rhs[0].(*ast.CallExpr)
			if !ok || len(call.Args) != 2 || f.source(call.Fun) != "append" {
				continue
			}
			if name := awssdk.TypeName(typeOf(f.info, call.Args[1])); name != nil && isEvents(name.Pkg()) && strings.HasSuffix(name.Name(), "BatchItemFailure") {
				f.plant(op, inHandler, assign, []textEdit{f.remove(assign)})
			}
		}
	})
}
