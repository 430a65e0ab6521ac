package lambdatest

import (
	"encoding/base64"
	"encoding/json"
	"net/http"
)

// HTTPView is the response that an HTTP client gets.
type HTTPView struct {
	Status    int
	Header    http.Header
	Body      string
	Truncated bool // the body ended early
}

const (
	jsonType = "application/json"
	textType = "text/plain; charset=utf-8"
)

// newView returns a response that the service in front of the function makes itself.
func newView(status int, contentType, body string) HTTPView {
	return HTTPView{Status: status, Header: http.Header{"Content-Type": {contentType}}, Body: body}
}

// proxyResponse is a function's response in one of the formats that describe an HTTP response. A
// format may lack some of the members, but all formats spell them alike.
type proxyResponse struct {
	status     *int // nil if absent or null
	header     http.Header
	hasHeaders bool // headers or multiValueHeaders is neither absent nor null
	body       string
	unknown    bool // there is a member that no format has
}

// decodeProxy decodes a response object.
func decodeProxy(payload []byte) (*proxyResponse, error) {
	members, err := decodeObject(payload)
	if err != nil {
		return nil, err
	}
	var (
		r       proxyResponse
		single  map[string]string
		multi   map[string][]string
		cookies []string
		encoded bool
		ignored string
	)
	for name, value := range members {
		var into any
		switch name {
		case "statusCode":
			into = &r.status
		case "headers":
			into = &single
		case "multiValueHeaders":
			into = &multi
		case "cookies":
			into = &cookies
		case "body":
			into = &r.body
		case "isBase64Encoded":
			into = &encoded
		case "statusDescription":
			into = &ignored
		default:
			r.unknown = true
			continue
		}
		if err := json.Unmarshal(value, into); err != nil {
			return nil, err
		}
	}
	r.header = http.Header{}
	for name, values := range multi {
		for _, value := range values {
			r.header.Add(name, value)
		}
	}
	for name, value := range single {
		if r.header.Get(name) == "" { // if both are given, the multi-value header wins
			r.header.Set(name, value)
		}
	}
	for _, cookie := range cookies {
		r.header.Add("Set-Cookie", cookie)
	}
	r.hasHeaders = single != nil || multi != nil
	if encoded {
		body, err := base64.StdEncoding.DecodeString(r.body)
		if err != nil {
			return nil, err
		}
		r.body = string(body)
	}
	return &r, nil
}

// view returns what the client gets of r. contentType is the type of a body without Content-Type.
func (r *proxyResponse) view(status int, contentType string) HTTPView {
	if r.header.Get("Content-Type") == "" {
		r.header.Set("Content-Type", contentType)
	}
	return HTTPView{Status: status, Header: r.header, Body: r.body}
}

// hasStatusCode reports whether a response is an object with statusCode. In formats in which that
// is optional, any other response is the body.
func hasStatusCode(payload []byte) bool {
	members, _ := decodeObject(payload)
	return members["statusCode"] != nil
}
