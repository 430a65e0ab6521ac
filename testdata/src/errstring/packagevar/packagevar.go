//go:build go1.21

// Package packagevar asks for an error where no statement can declare a variable.
package packagevar

import (
	"context"
	"strings"

	"github.com/aws/aws-sdk-go-v2/service/s3"
)

var client *s3.Client

var missing = strings.Contains(get().Error(), "NoSuchKey") // want `match \*types.NoSuchKey`

func get() error {
	_, err := client.GetObject(context.Background(), nil)
	return err
}
