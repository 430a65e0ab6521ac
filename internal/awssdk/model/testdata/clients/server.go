package main

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httptest"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/credentials/stscreds"
	"github.com/aws/aws-sdk-go-v2/service/cloudwatch"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb"
	"github.com/aws/aws-sdk-go-v2/service/iam"
	"github.com/aws/aws-sdk-go-v2/service/lambda"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/aws/aws-sdk-go-v2/service/sqs"
	"github.com/aws/aws-sdk-go-v2/service/sts"
	"github.com/aws/smithy-go/middleware"
)

// An Answer is an error answer of AWS.
type Answer struct {
	Protocol  string
	Status    int
	Code      string
	QueryCode string // of the X-Amzn-Query-Error header
}

// A server answers every request with its answer.
type server struct {
	*httptest.Server
	answer Answer
}

func startServer() *server {
	s := new(server)
	s.Server = httptest.NewServer(s)
	return s
}

func (s *server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	io.Copy(io.Discard, r.Body)
	a := s.answer
	if a.QueryCode != "" {
		w.Header().Set("X-Amzn-Query-Error", a.QueryCode+";Sender")
	}
	var body []byte
	switch a.Protocol {
	case "rest-xml":
		body = fmt.Appendf(nil, "<Error><Code>%s</Code><Message>m</Message></Error>", a.Code)
	case "query":
		body = fmt.Appendf(nil, "<ErrorResponse><Error><Type>Sender</Type><Code>%s</Code><Message>m</Message></Error></ErrorResponse>", a.Code)
	case "rpc-v2-cbor":
		w.Header().Set("Smithy-Protocol", "rpc-v2-cbor")
		body = append([]byte{0xa1}, cborText("__type")...)
		body = append(body, cborText("com.amazonaws.service#"+a.Code)...)
	case "json-1.0", "json-1.1", "rest-json":
		body, _ = json.Marshal(map[string]string{"__type": "com.amazonaws.service#" + a.Code, "message": "m"})
	default:
		panic("unknown protocol " + a.Protocol)
	}
	w.WriteHeader(a.Status)
	if r.Method != http.MethodHead {
		w.Write(body)
	}
}

// cborText encodes a string of less than 256 bytes.
func cborText(s string) []byte {
	return append([]byte{0x78, byte(len(s))}, s...)
}

// config makes clients that send everything to the server, once.
func (s *server) config() aws.Config {
	return aws.Config{
		Region:       "us-east-1",
		BaseEndpoint: aws.String("http://aws.example"),
		Credentials: aws.CredentialsProviderFunc(func(context.Context) (aws.Credentials, error) {
			return aws.Credentials{AccessKeyID: "id", SecretAccessKey: "secret"}, nil
		}),
		Retryer: func() aws.Retryer { return aws.NopRetryer{} },
		HTTPClient: &http.Client{Transport: &http.Transport{
			DialContext: func(ctx context.Context, network, _ string) (net.Conn, error) {
				return new(net.Dialer).DialContext(ctx, network, s.Listener.Addr().String())
			},
		}},
		APIOptions: []func(*middleware.Stack) error{func(stack *middleware.Stack) error {
			stack.Initialize.Remove("OperationInputValidation") // absent where nothing is required
			return nil
		}},
	}
}

func (s *server) clients() map[string]any {
	cfg := s.config()
	return map[string]any{
		"cloudwatch": cloudwatch.NewFromConfig(cfg),
		"dynamodb":   dynamodb.NewFromConfig(cfg),
		"iam":        iam.NewFromConfig(cfg),
		"express":    s3.NewFromConfig(cfg), // S3 with sessions for directory buckets
		"lambda":     lambda.NewFromConfig(cfg),
		"s3": s3.NewFromConfig(cfg, func(o *s3.Options) {
			o.UsePathStyle = true
			o.DisableS3ExpressSessionAuth = aws.Bool(true)
		}),
		"sqs": sqs.NewFromConfig(cfg),
	}
}

// assumingRole returns an S3 client whose credentials come from sts.
func (s *server) assumingRole() any {
	cfg := s.config()
	cfg.Credentials = stscreds.NewAssumeRoleProvider(sts.NewFromConfig(cfg), "arn:aws:iam::123456789012:role/name")
	return s3.NewFromConfig(cfg, func(o *s3.Options) { o.UsePathStyle = true })
}
