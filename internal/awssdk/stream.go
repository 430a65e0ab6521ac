package awssdk

import (
	"go/types"
	"strings"

	"github.com/awserrlint/awserrlint/internal/awspath"
)

// StreamOperation returns the operation of SDK v2 whose event stream, or whose output that may hold one, the
// type t points to: *bedrockruntime.ConverseStreamEventStream, *bedrockruntime.ConverseStreamOutput. It returns
// nil for other types.
func StreamOperation(t types.Type) *Operation {
	ptr, ok := types.Unalias(t).(*types.Pointer)
	if !ok {
		return nil
	}
	obj := named(ptr.Elem())
	if obj == nil || awspath.Generation(obj.Pkg().Path()) != 2 {
		return nil
	}
	name, ok := strings.CutSuffix(obj.Name(), "EventStream")
	if !ok {
		name, ok = strings.CutSuffix(obj.Name(), "Output")
	}
	if !ok || name == "" {
		return nil
	}
	return &Operation{Service: awspath.Service(obj.Pkg().Path()), Package: obj.Pkg().Path(), Name: name, Form: Client, Generation: 2}
}
