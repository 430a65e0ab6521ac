// Package files has handlers in several files: the one with main gets what the fixes of all of them need.
package files

import "github.com/aws/aws-lambda-go/lambda"

func main() {
	lambda.Start(get)
	lambda.Start(put)
}
