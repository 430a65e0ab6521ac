// Package made has errors that are made in one place or in several. The probe tells of each return of a handler where its error is made, and of each call of
// fmt.Errorf which errors it is given.
package made

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-lambda-go/lambda/messages"
)

type in struct{ Case string }

type tagged struct {
	Code string `json:"code"`
}

func (*tagged) Error() string { return "tagged" }

type plain struct{ code string }

func (plain) Error() string { return "plain" }

var errSentinel = errors.New("sentinel")

func find(name string) error {
	if name == "" {
		return errSentinel
	}
	return os.Remove(name)
}

func handle(i in) (in, error) {
	_, err := json.Marshal(i)
	switch i.Case {
	case "nil":
		return i, nil // want `^nil$`
	case "call":
		return i, err // want `^json.Marshal$`
	case "new":
		return i, errors.New("x") // want `^errors.New$`
	case "sentinel":
		return i, errSentinel // want `^errors.New$`
	case "function":
		return i, find(i.Case) // want `^errors.New os.Remove$`
	case "tagged":
		return i, &tagged{} // want `^tagged with tags$`
	case "plain":
		return i, plain{} // want `^plain$`
	case "response":
		return i, messages.InvokeResponse_Error{} // want `^response$`
	case "pointer":
		return i, &messages.InvokeResponse_Error{} // want `^response$`
	case "wrapped":
		return i, fmt.Errorf("a: %w", err) // want `^fmt.Errorf$` `^gets json.Marshal$`
	case "wrapped value":
		return i, fmt.Errorf("a %d: %w", 1, &tagged{}) // want `^fmt.Errorf$` `^gets tagged with tags$`
	case "wraps both":
		return i, fmt.Errorf("%w %w", err, errSentinel) // want `^fmt.Errorf$` `^gets json.Marshal errors.New$`
	case "no error":
		return i, fmt.Errorf("%s", i.Case) // want `^fmt.Errorf$` `^gets $`
	}
	if i.Case != "" {
		err = plain{}
	}
	return i, err // want `^json.Marshal plain$`
}

func main() { lambda.Start(handle) }
