// Package encoded has values that encoding/json encodes. The probe tells of each expression that is encoded its type, and whether that is encoded as {};
// a value without an expression has its function for one.
package encoded

import (
	"encoding/json"
	"io"

	"github.com/aws/aws-lambda-go/lambda"
)

type (
	none   struct{}
	hidden struct{ text string }
	dashed struct {
		Text string `json:"-"`
	}
	shown    struct{ Text string }
	embedded struct{ shown }
	nested   struct{ hidden }
	marshals struct{ text string }
	texts    struct{ text string }
)

func (marshals) MarshalJSON() ([]byte, error) { return nil, nil }

func (*texts) MarshalText() ([]byte, error) { return nil, nil }

func respond(h hidden) (none, error) {
	return none{}, nil // want `^none, empty$`
}

func named(h hidden) (result shown, err error) { // want `^shown$`
	return
}

func noResponse(h hidden) error { return nil }

func write(w io.Writer, v any) error {
	return json.NewEncoder(w).Encode(v) // want `^any$`
}

func indent(w io.Writer, v any) error {
	return write(w, v) // want `^any$`
}

func encode(w io.Writer) {
	json.Marshal(hidden{})              // want `^hidden, empty$`
	json.Marshal(dashed{})              // want `^dashed, empty$`
	json.Marshal(shown{})               // want `^shown$`
	json.Marshal(embedded{})            // want `^embedded$`
	json.Marshal(nested{})              // want `^nested, empty$`
	json.Marshal(marshals{})            // want `^marshals$`
	json.Marshal(&texts{})              // want `^\*texts$`
	json.Marshal("text")                // want `^string$`
	json.MarshalIndent(&none{}, "", "") // want `^\*none, empty$`
	indent(w, hidden{})                 // want `^hidden, empty$`
	json.Unmarshal(nil, &none{})
}

func main() {
	lambda.Start(respond)
	lambda.Start(named)
	lambda.Start(noResponse)
}
