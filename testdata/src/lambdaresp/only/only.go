// Package only has maps that are set once, or not, and functions that return one thing. The probe tells what each variable and function is for good.
package only

import (
	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
)

var shown = map[string]string{"a": "b"} // want `^shown: map\[string\]string{…}$`

var headers = map[string]string{"a": "b"} // want `^headers: $`

var changing = map[string]string{} // want `^changing: $`

var reassigned = map[string]string{} // want `^reassigned: $`

var declared map[string]string // want `^declared: $`

var passed = map[string]string{} // want `^passed: $`

func defaults() map[string]string { return headers } // want `^defaults: headers$`

func several(yes bool) map[string]string { // want `^several: $`
	if yes {
		return headers
	}
	return nil
}

func two() (map[string]string, error) { return headers, nil } // want `^two: $`

func literal() map[string]string { // want `^literal: map\[string\]string{…}$`
	func() bool { return true }()
	return map[string]string{"x": "y"}
}

func handle() (events.ALBTargetGroupResponse, error) { // want `^handle: $`
	changing["x"] = "y"
	reassigned = nil
	if len(passed) > 1 {
		return events.ALBTargetGroupResponse{Headers: shown}, nil
	}
	local := defaults() // want `^local: defaults\(\)$`
	pair, err := two()  // want `^pair: $` `^err: $`
	if err != nil {
		return events.ALBTargetGroupResponse{Headers: pair}, nil
	}
	return events.ALBTargetGroupResponse{Headers: local}, nil
}

func main() { lambda.Start(handle) } // want `^main: $`
