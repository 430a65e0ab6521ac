// Package fixes has the returns that the rule reports, with and without a fix.
package fixes

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"

	"github.com/aws/aws-lambda-go/lambda"
)

type order struct{ ID string }

type jsonError struct {
	Type string `json:"type"`
}

func (e *jsonError) Error() string {
	b, _ := json.Marshal(e)
	return string(b)
}

var errGone = errors.New("gone")

//awserrlint:handler nonproxy
func declared(o order) (string, error) {
	switch o.ID {
	case "1":
		return "", errors.New("order " + o.ID) // want `plain text where API Gateway matches JSON; return JSON with isError, type and message$`
	case "2":
		return "", fmt.Errorf("no order %s", o.ID) // want `plain text where API Gateway matches JSON; return JSON`
	case "3":
		return "", fmt.Errorf("no order") // want `plain text where API Gateway matches JSON; return JSON`
	case "4":
		return "", errGone // want `plain text where API Gateway matches JSON; return JSON`
	case "5":
		return "", fmt.Errorf("gone: %w", errGone) // want `plain text where API Gateway matches JSON; return JSON`
	case "6":
		if err := os.Remove(o.ID); err != nil {
			return "", errors.New("remove: " + err.Error()) // want `plain text where API Gateway matches JSON; return JSON`
		}
	}
	err := os.Remove(o.ID)
	return o.ID, err // want `plain text where API Gateway matches JSON; return JSON`
}

// elsewhere returns JSON elsewhere.
func elsewhere(o *order) (*order, error) {
	if o.ID == "" {
		return nil, &jsonError{"ClientException"}
	}
	if o.ID == "0" {
		return nil, errors.New("no such order") // want `plain text where API Gateway matches JSON; return JSON with isError, type and message$`
	}
	return o, nil
}

// maybe returns an error that may be nil, so there is no fix for that.
//
//awserrlint:handler nonproxy
func maybe(o *order) (*order, error) {
	if o.ID == "" {
		return nil, errors.New("no order") // want `this error is plain text`
	}
	err := os.Remove(o.ID)
	return o, err // want `this error is plain text`
}

func main() {
	lambda.Start(declared)
	lambda.Start(elsewhere)
	lambda.Start(maybe)
	//awserrlint:handler nonproxy
	lambda.Start(func(o order) (*order, error) {
		if o.ID == "" {
			return nil, errGone // want `this error is plain text`
		}
		return &o, nil
	})
}
