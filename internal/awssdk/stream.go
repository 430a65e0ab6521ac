package awssdk

import (
	"go/types"
	"strings"

	"github.com/awserrlint/awserrlint/internal/awspath"
)

// StreamOperation returns the operation of SDK v2 whose event stream, or whose output that holds one, the type
// t points to: *bedrockruntime.ConverseStreamEventStream, *bedrockruntime.ConverseStreamOutput. It returns nil
// for other types.
func StreamOperation(t types.Type) *Operation {
	ptr, ok := types.Unalias(t).(*types.Pointer)
	if !ok {
		return nil
	}
	obj := named(ptr.Elem())
	if obj == nil || awspath.Generation(obj.Pkg().Path()) != 2 {
		return nil
	}
	for suffix, method := range map[string]string{"EventStream": "Events", "Output": "GetStream"} {
		name, ok := strings.CutSuffix(obj.Name(), suffix)
		if fn, _, _ := types.LookupFieldOrMethod(t, true, nil, method); !ok || name == "" || fn == nil {
			continue
		}
		return &Operation{Service: awspath.Service(obj.Pkg().Path()), Package: obj.Pkg().Path(), Name: name, Form: Client, Generation: 2}
	}
	return nil
}
