package awssdk

import "go/types"

// StreamOperation returns the operation of SDK v2 whose event stream, or whose output that may hold one, the
// type t points to: *bedrockruntime.ConverseStreamEventStream, *bedrockruntime.ConverseStreamOutput. It returns
// nil for other types.
func StreamOperation(t types.Type) *Operation {
	for _, suffix := range []string{"EventStream", "Output"} {
		if op := namesake(t, suffix); op != nil && op.Generation == 2 {
			return op
		}
	}
	return nil
}
