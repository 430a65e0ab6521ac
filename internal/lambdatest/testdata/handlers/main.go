// The handlers of the tests, in one binary; CASE chooses one.
package main

import (
	"os"

	"github.com/aws/aws-lambda-go/lambda"
)

func main() {
	name := os.Getenv("CASE")
	if start, ok := starters[name]; ok {
		start()
		return
	}
	lambda.Start(handlers[name]) // a nil handler is reported as such
}
