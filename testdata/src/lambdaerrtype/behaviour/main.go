// Command behaviour is a step of a state machine.
package main

import (
	"fmt"

	"github.com/aws/aws-lambda-go/lambda"
)

type order struct{ ID string }

// NoOrder is what the state machine catches.
type NoOrder struct{ id string }

func (e *NoOrder) Error() string { return "no order " + e.id }

//awserrlint:handler stepfunctions
func step(o order) (*order, error) {
	if o.ID == "" {
		err := &NoOrder{o.ID}
		return nil, fmt.Errorf("step: %w", err) // want `this error reaches Step Functions as wrapError, not NoOrder; return the error unwrapped`
	}
	return &o, nil
}

func main() { lambda.Start(step) }
