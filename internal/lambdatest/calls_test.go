package lambdatest

import (
	"strings"
	"testing"
)

// testCalls shows the errors of real clients: all of one type, with texts that say more than a client should know.
func testCalls(t *testing.T, fn *Function) {
	denied := "User: arn:aws:sts::123456789012:assumed-role/orders-fn/orders-fn is not authorized to perform: dynamodb:GetItem on resource: arn:aws:dynamodb:us-east-1:123456789012:table/orders"
	responses := map[string]AWSResponse{
		"GetObject": S3Error(404, "NoSuchKey", "The specified key does not exist."),
		"GetItem":   JSONError(400, "AccessDeniedException", denied),
	}
	refused := "AWS_ENDPOINT_URL=http://127.0.0.1:1"
	for _, tt := range []struct {
		name, env string
		message   []string // parts of the error message
	}{
		{"s3.GetObject", "", []string{"operation error S3: GetObject, https response error StatusCode: 404, RequestID: TXRX", ", HostID: host-id", ", NoSuchKey: "}},
		{"dynamodb.GetItem", "", []string{"operation error DynamoDB: GetItem, https response error StatusCode: 400, RequestID: ", denied}},
		{"dynamodb.GetItem", refused, []string{"StatusCode: 0", "dial tcp 127.0.0.1:1"}},
	} {
		t.Run(tt.name+tt.env, func(t *testing.T) {
			env := StartAWS(t, responses)
			inv := run(t, fn, tt.name, append(env, tt.env)...)
			if inv.Error == nil || inv.Error.Type != "OperationError" {
				t.Fatalf("got %+v, log:\n%s", inv, inv.Log)
			}
			for _, part := range tt.message {
				if !strings.Contains(inv.Error.Message, part) {
					t.Errorf("message %q lacks %q", inv.Error.Message, part)
				}
			}
		})
	}
}
