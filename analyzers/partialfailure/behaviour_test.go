package partialfailure_test

import (
	"fmt"
	"hash/crc32"
	"net/http"
	"testing"

	"github.com/awserrlint/awserrlint/internal/lambdatest"
	"github.com/awserrlint/awserrlint/internal/ruletest"
)

// TestBehaviour runs a program with real clients before and after the fixes: only then
// does it tell of what AWS did not take.
func TestBehaviour(t *testing.T) {
	const unprocessed = `{"UnprocessedItems": {"table": [{"DeleteRequest": {"Key": {"id": {"S": "1"}}}}]}}`
	env := append(lambdatest.StartAWS(t, map[string]lambdatest.AWSResponse{
		"PutRecords": {Status: http.StatusOK, Body: `{"FailedRecordCount": 1, "Records": [
			{"SequenceNumber": "1", "ShardId": "shardId-000000000000"},
			{"ErrorCode": "ProvisionedThroughputExceededException", "ErrorMessage": "Rate exceeded for shard"}]}`},
		"POST /bucket": {Status: http.StatusOK, Body: `<DeleteResult><Deleted><Key>a</Key></Deleted>` +
			`<Error><Key>b</Key><Code>AccessDenied</Code><Message>Access Denied</Message></Error></DeleteResult>`},
		"BatchWriteItem": {Status: http.StatusOK, Body: unprocessed, Header: map[string]string{"X-Amz-Crc32": fmt.Sprint(crc32.ChecksumIEEE([]byte(unprocessed)))}},
		"POST /2015-03-31/functions/function/invocations": {
			Status: http.StatusOK,
			Body:   `{"errorType": "Runtime.ExitError"}`,
			Header: map[string]string{"X-Amz-Function-Error": "Unhandled"},
		},
	}), "AWS_REGION=eu-central-1")
	const (
		pkg = "./partialfailure/behaviour"

		before = "put: <nil>\n" +
			"remove: <nil>\n" +
			"write: <nil>\n" +
			"the function answers {\"errorType\": \"Runtime.ExitError\"}\n" +
			"invoke: <nil>\n"
		after = "put: kinesis PutRecords: 1 failed, first: ProvisionedThroughputExceededException\n" +
			"remove: s3 DeleteObjects: 1 failed, first: AccessDenied\n" +
			"write: dynamodb BatchWriteItem: some items are unprocessed\n" +
			"invoke: lambda Invoke: function error: Unhandled\n"
	)
	if have := ruletest.Output(t, ruletest.Fixtures(t), pkg, env...); have != before {
		t.Errorf("before the fixes:\n%swant:\n%s", have, before)
	}
	if have := ruletest.Output(t, ruletest.Fixed(t, "partialfailure"), pkg, env...); have != after {
		t.Errorf("after the fixes:\n%swant:\n%s", have, after)
	}
}
