// Package plain has texts that are put into JSON. The probe tells of each call of put whether its argument has nothing in it that JSON has to escape.
package plain

import (
	"strconv"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
)

type kind string

var stage = "prod"

func put(string) {}

func given(plain, any string) {
	put(plain) // want `^plain$`
	put(any)   // want `^risky$`
}

func Exported(text string) {
	put(text) // want `^risky$`
}

func handle(r events.APIGatewayProxyRequest) error {
	given("a", r.Body)
	given(strconv.Itoa(1), "b")
	put("text")                    // want `^plain$`
	put(`"text"`)                  // want `^risky$`
	put("a\n")                     // want `^risky$`
	put(r.Body)                    // want `^risky$`
	put(r.HTTPMethod)              // want `^plain$`
	put(stage)                     // want `^plain$`
	put(strconv.Itoa(len(r.Body))) // want `^plain$`
	put("path " + r.HTTPMethod)    // want `^plain$`
	put("path " + r.Path)          // want `^risky$`
	put(string(kind(r.Body)))      // want `^plain$`
	put(string([]byte(r.Body)))    // want `^risky$`
	put(string(rune(len(r.Body)))) // want `^plain$`
	text := "a"
	if r.Path != "" {
		text = r.Path
	}
	put(text) // want `^risky$`
	return nil
}

func main() { lambda.Start(handle) }
