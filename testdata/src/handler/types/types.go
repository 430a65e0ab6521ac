// Package types has handlers of every source.
package types

import (
	"context"
	"encoding/json"

	"github.com/aws/aws-lambda-go/cfn"
	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
)

type (
	ctx      = context.Context
	request  events.APIGatewayV2HTTPRequest
	response events.APIGatewayV2HTTPResponse
	own      struct {
		Status int    `json:"statusCode"`
		Text   string `json:"body,omitempty"`
	}
	order struct {
		ID string `json:"id"`
	}
	form struct {
		Text string `json:"body"`
	}
)

type (
	urlRequest    = events.LambdaFunctionURLRequest
	urlResponse   = events.LambdaFunctionURLResponse
	urlStream     = events.LambdaFunctionURLStreamingResponse
	albRequest    = events.ALBTargetGroupRequest
	albResponse   = events.ALBTargetGroupResponse
	restResponse  = events.APIGatewayProxyResponse
	response2     = events.APIGatewayV2HTTPResponse
	authResponse  = events.APIGatewayCustomAuthorizerResponse
	authResponse2 = events.APIGatewayV2CustomAuthorizerSimpleResponse
	authRequest   = events.APIGatewayCustomAuthorizerRequest
	authRequest2  = events.APIGatewayV2CustomAuthorizerV2Request
)

func main() {
	// HTTP.
	lambda.Start(func(ctx, request) (response, error) { return response{}, nil })                     // want `registered HTTP response`
	lambda.Start(func(ctx, *urlRequest) (*urlResponse, error) { return nil, nil })                    // want `registered URL response`
	lambda.Start(func(ctx, urlRequest) (*urlStream, error) { return nil, nil })                       // want `registered URL$`
	lambda.Start(func(albRequest) (r albResponse, err error) { return })                              // want `registered ALB response`
	lambda.Start(func(events.APIGatewayWebsocketProxyRequest) (r restResponse, err error) { return }) // want `registered WebSocket response`
	lambda.Start(func(events.APIGatewayProxyRequest) (any, error) { return nil, nil })                // want `registered REST$`
	lambda.Start(func(ctx, map[string]any) (r restResponse, err error) { return })                    // want `registered REST response`
	lambda.Start(func(ctx, order) (own, error) { return own{}, nil })                                 // want `registered unknown response`
	lambda.Start(func(ctx, order) (r restResponse, err error) { return })                             // want `registered unknown response`
	lambda.Start(func(ctx, form) (r restResponse, err error) { return })                              // want `registered REST response`
	lambda.Start(func() (*own, error) { return nil, nil })                                            // want `registered Proxy response`

	// Authorizers.
	lambda.Start(func(authRequest) (any, error) { return nil, nil })  // want `registered RESTAuthorizer$`
	lambda.Start(func(authRequest2) (any, error) { return nil, nil }) // want `registered HTTPAuthorizer$`

	lambda.Start(func(authRequest) (r authResponse, err error) { return })                            // want `registered RESTAuthorizer$`
	lambda.Start(func(events.APIGatewayProxyRequest) (r authResponse, err error) { return })          // want `registered RESTAuthorizer$`
	lambda.Start(func(events.APIGatewayWebsocketProxyRequest) (r authResponse, err error) { return }) // want `registered RESTAuthorizer$`
	lambda.Start(func(order) (r authResponse, err error) { return })                                  // want `registered RESTAuthorizer$`
	lambda.Start(func(authRequest2) (r authResponse, err error) { return })                           // want `registered HTTPAuthorizer$`
	lambda.Start(func(request) (r authResponse, err error) { return })                                // want `registered HTTPAuthorizer$`
	lambda.Start(func(order) (r authResponse2, err error) { return })                                 // want `registered HTTPAuthorizer$`

	// Events of one API, and responses to another.
	lambda.Start(func(events.APIGatewayProxyRequest) (r response2, err error) { return })          // want `registered HTTP response`
	lambda.Start(func(ctx, *events.APIGatewayProxyRequest) (r *urlResponse, err error) { return }) // want `registered URL response`
	lambda.Start(func(events.APIGatewayV2HTTPRequest) (r restResponse, err error) { return })      // want `registered HTTP response`
	lambda.Start(func(urlRequest) (r response2, err error) { return })                             // want `registered URL response`
	lambda.Start(func(albRequest) (r restResponse, err error) { return })                          // want `registered ALB response`

	// Batches.
	lambda.Start(func(events.SQSEvent) (r events.SQSEventResponse, err error) { return })         // want `registered SQS$`
	lambda.Start(func(events.KinesisEvent) (r events.KinesisEventResponse, err error) { return }) // want `registered Kinesis$`
	lambda.Start(func(events.DynamoDBEvent) error { return nil })                                 // want `registered DynamoDB$`

	// Others.
	lambda.Start(func(events.S3Event) error { return nil })                                               // want `registered async$`
	lambda.Start(func(events.EventBridgeEvent) error { return nil })                                      // want `registered async$`
	lambda.Start(func(e events.SimpleEmailEvent) (d events.SimpleEmailDisposition, err error) { return }) // want `registered other$`
	lambda.Start(func(events.CodePipelineJobEvent) error { return nil })                                  // want `registered other$`
	lambda.Start(func(events.CognitoEventUserPoolsPreSignup) (any, error) { return nil, nil })            // want `registered other$`
	lambda.Start(func(cfn.Event) (string, error) { return "", nil })                                      // want `registered other$`
	lambda.Start(func(ctx, order) error { return nil })                                                   // want `registered unknown$`
	lambda.Start(func(ctx, any) (order, error) { return order{}, nil })                                   // want `registered unknown$`
	lambda.Start(func(ctx, json.RawMessage) (order, error) { return order{}, nil })                       // want `registered unknown$`
	lambda.Start(func(ctx) (order, error) { return order{}, nil })                                        // want `registered unknown$`

	// Own types.
	lambda.Start(func(ctx, order) (string, error) { return "", nil }) // want `registered own$`
	lambda.Start(func(*order) (*order, error) { return nil, nil })    // want `registered own$`

	//awserrlint:handler nonproxy
	lambda.Start(func(order) (string, error) { return "", nil }) // want `registered NonProxy, declared$`
}

// Forms of HTTP handlers that are registered elsewhere.

func Shaped(_ ctx, _ request, table string) (response, error) { return response{}, nil } // want `shaped HTTP response`

func TwoOfThree(_ ctx, _ request) (response, int, error) { return response{}, 0, nil }

func Streaming(_ ctx, _ events.LambdaFunctionURLRequest) (*events.LambdaFunctionURLStreamingResponse, error) {
	return nil, nil
}

//awserrlint:handler stepfunctions
func Step(o order) (order, error) { return o, nil } // want `shaped StepFunctions, declared$`

// Declared has a comment, too.
//
//awserrlint:handler direct
func Declared(o order) (order, error) { return o, nil } // want `shaped other, declared$`

//awserrlint:handler proxy
func DeclaredProxy(_ ctx, _ request) (response, error) { return response{}, nil } // want `shaped HTTP response, declared$`

//awserrlint:handler batch
func DeclaredBatch(o order) (events.SQSEventResponse, error) { return events.SQSEventResponse{}, nil } // want `shaped Batch, declared$`

//awserrlint:handler proxy
func noHandler(a, b, c int) {}
