// Package undeclared has a handler with types of its own. Only a setting tells who calls it.
package undeclared

import (
	"errors"
	"os"

	"github.com/aws/aws-lambda-go/lambda"
)

type order struct{ ID string }

func find(o order) (*order, error) {
	if o.ID == "" {
		return nil, errors.New("no ID")
	}
	if err := os.Remove(o.ID); err != nil {
		return nil, err
	}
	return &o, nil
}

func main() { lambda.Start(find) }
