package lambdafix

import (
	"encoding/json"
	"go/ast"
	"go/types"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/tools/go/types/typeutil"

	"github.com/awserrlint/awserrlint/internal/fix"
	"github.com/awserrlint/awserrlint/internal/httpstatus"
)

// Body returns the JSON error that errorBody makes of a status and a message.
func (k *Kit) Body(status int, message string) string {
	typ := k.ClientType()
	if status >= httpstatus.InternalServerError {
		typ = k.ServerType()
	}
	var members []string
	for i, value := range []any{true, typ, message} {
		if name := k.opts.Fields[i]; name != "" {
			members = append(members, quote(name)+":"+quote(value))
		}
	}
	return "{" + strings.Join(members, ",") + "}"
}

func quote(v any) string {
	b, _ := json.Marshal(v) // bools and strings always encode
	return string(b)
}

func (k *Kit) newErrorBody() *fix.Helper {
	return &fix.Helper{
		Name: "errorBody",
		Sig:  signature([]types.Type{types.Typ[types.Int], types.Typ[types.String]}, types.Typ[types.String]),
		Does: marshals,
		Declare: func(d *fix.Declaration) string {
			var b strings.Builder
			b.WriteString("// " + d.Name + " returns a JSON error object.\n")
			b.WriteString("func " + d.Name + "(status int, message string) string {\n")
			if k.opts.Fields[1] != "" {
				b.WriteString("typ := " + strconv.Quote(k.ClientType()) + "\n")
				b.WriteString("if status >= " + d.Import("net/http", "http") + ".StatusInternalServerError {\n")
				b.WriteString("typ = " + strconv.Quote(k.ServerType()) + "\n}\n")
			}
			b.WriteString("b, _ := " + d.Import("encoding/json", "json") + ".Marshal(struct { // " + k.encodes() + "\n")
			b.WriteString(k.fields())
			b.WriteString("}{" + strings.Join(k.present("true", "typ", "message"), ", ") + "})\n")
			b.WriteString("return string(b)\n}\n")
			return b.String()
		},
	}
}

// encodes says why no error is to be expected of encoding the fields.
func (k *Kit) encodes() string {
	if slices.Contains(k.opts.Fields[:], "") {
		return "bools and strings always encode"
	}
	return "a bool and two strings always encode"
}

// fields returns the declarations of the fields of a JSON error.
func (k *Kit) fields() string {
	tag := func(i int) string { return "`json:" + strconv.Quote(k.opts.Fields[i]) + "`" }
	return strings.Join(k.present("IsError bool "+tag(0)+"\n", "Type string "+tag(1)+"\n", "Message string "+tag(2)+"\n"), "")
}

// present returns those of three parts that belong to a field that is not left out.
func (k *Kit) present(parts ...string) []string {
	var present []string
	for i, part := range parts {
		if k.opts.Fields[i] != "" {
			present = append(present, part)
		}
	}
	return present
}

func (k *Kit) newJSONString() *fix.Helper {
	return &fix.Helper{
		Name: "jsonString",
		Sig:  signature([]types.Type{types.Typ[types.String]}, types.Typ[types.String]),
		Does: marshals,
		Declare: func(d *fix.Declaration) string {
			return "// " + d.Name + " returns s as a JSON string, with its quotes.\n" +
				"func " + d.Name + "(s string) string {\n" +
				"b, _ := " + d.Import("encoding/json", "json") + ".Marshal(s) // a string always encodes\n" +
				"return string(b)\n}\n"
		},
	}
}

// marshals reports whether fn encodes something with encoding/json, so that its result is JSON.
func marshals(info *types.Info, fn *ast.FuncDecl) bool {
	found := false
	ast.Inspect(fn, func(n ast.Node) bool {
		if call, ok := n.(*ast.CallExpr); ok {
			callee := typeutil.StaticCallee(info, call)
			found = found || callee != nil && callee.FullName() == "encoding/json.Marshal"
		}
		return !found
	})
	return found
}

func signature(params []types.Type, result types.Type) *types.Signature {
	var vars []*types.Var
	for _, t := range params {
		vars = append(vars, types.NewParam(0, nil, "", t))
	}
	return types.NewSignatureType(nil, nil, nil, types.NewTuple(vars...), types.NewTuple(types.NewParam(0, nil, "", result)), false)
}
