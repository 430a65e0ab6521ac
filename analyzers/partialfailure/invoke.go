package partialfailure

import (
	"go/types"
	"reflect"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/awserrlint/awserrlint/internal/awssdk"
	"github.com/awserrlint/awserrlint/internal/errflow"
	"github.com/awserrlint/awserrlint/internal/knowledge"
	"github.com/awserrlint/awserrlint/internal/ssaflow"
)

// cannotFail reports whether the call of site cannot fail in part, as far as its input tells.
func cannotFail(flow *errflow.Package, site *errflow.Site) bool {
	for _, arg := range site.Instr.Common().Args {
		if !types.Identical(arg.Type(), site.Op.Input) {
			continue
		}
		switch site.Op.Service + "." + site.Op.Name {
		case "lambda.Invoke":
			return withoutResult(site, arg)
		case "cloudwatchlogs.PutLogEvents":
			return happensNow(flow, arg)
		}
		_, dry := fieldValue(arg, "DryRun")
		return dry
	}
	return false
}

// withoutResult reports whether in asks not to wait for the result of the Lambda function, or only
// to try whether the caller may invoke it, or may ask so. Who decodes the payload has waited.
func withoutResult(site *errflow.Site, in ssa.Value) bool {
	kind, set := fieldValue(in, "InvocationType")
	if _, here := in.(*ssa.Alloc); !here {
		set = true // who made it may have set it
	}
	return set && kind != "RequestResponse" && !(kind == "" && decodesPayload(site))
}

// decodesPayload reports whether the program takes the payload of the output apart.
func decodesPayload(site *errflow.Site) bool {
	w := ssaflow.Forward{Follow: ssaflow.Phis | ssaflow.Locals, Use: func(instr ssa.Instruction, _ ssa.Value) bool {
		addr, ok := instr.(*ssa.FieldAddr)
		if !ok || ssaflow.FieldOf(addr.X.Type(), addr.Field).Name() != "Payload" {
			return false
		}
		for _, ref := range *addr.Referrers() {
			if load, ok := ref.(*ssa.UnOp); ok && len(decoders(load)) > 0 {
				return true
			}
		}
		return false
	}}
	return site.Output != nil && w.Any(site.Output)
}

// decoders returns the calls of functions that take data apart, such as json.Unmarshal.
func decoders(data ssa.Value) []*ssa.CallCommon {
	var calls []*ssa.CallCommon
	for _, ref := range *data.Referrers() {
		if call, ok := ref.(*ssa.Call); ok {
			if fn := ssaflow.Callee(&call.Call); fn != nil && knowledge.Decodes(fn.Name()) {
				calls = append(calls, &call.Call)
			}
		}
	}
	return calls
}

// tellsError reports whether the program could find in the payload what a Lambda function that
// failed responds: {"errorMessage": "…", "errorType": "…"}. A function that takes the payload
// alone, not together with a variable to decode it into, knows what is in there.
func tellsError(payload ssa.Value) bool {
	for _, ref := range *payload.Referrers() {
		if call, ok := ref.(*ssa.Call); ok && len(call.Call.Args) == 1 {
			if fn := ssaflow.Callee(&call.Call); fn != nil && fn.Pkg() != nil && !knowledge.IsStd(fn.Pkg().Path()) {
				return true
			}
		}
	}
	for _, call := range decoders(payload) {
		for _, arg := range call.Args {
			if s := awssdk.Struct(ssaflow.Bare(arg).Type()); s != nil && hasErrorField(s) {
				return true
			}
		}
	}
	for _, b := range payload.Parent().Blocks {
		for _, instr := range b.Instrs {
			for _, op := range instr.Operands(nil) {
				if text, ok := ssaflow.String(*op); ok && namesError(text) {
					return true
				}
			}
		}
	}
	return false
}

func hasErrorField(s *types.Struct) bool {
	for i := range s.NumFields() {
		if namesError(reflect.StructTag(s.Tag(i)).Get("json")) || namesError(s.Field(i).Name()) {
			return true
		}
	}
	return false
}

// namesError reports whether text mentions a key of the response of a function that failed.
func namesError(text string) bool {
	text = strings.ToLower(text)
	return strings.Contains(text, "errormessage") || strings.Contains(text, "errortype")
}
