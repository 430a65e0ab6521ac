package lambdatest

import "testing"

// AsyncView is what becomes of an event that a source hands to Lambda without waiting for the result.
type AsyncView struct {
	Tries       int    // invocations with the event
	Destination bool   // it went to the on-failure destination, or to the dead-letter queue
	Condition   string // why, as the record for the destination says
}

// Async is the queue that Lambda keeps for the asynchronous events of a function: those of SNS, S3 and EventBridge, and others.
// It invokes fn with event, and twice more while that returns an error. After the last one the event goes to the on-failure
// destination, or to the dead-letter queue. What the function responds goes nowhere. env is as for Invoke.
//
// doc https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-error-handling.html: by default two more attempts, which are
// a minute and two minutes later; events that have failed all attempts are discarded where neither is configured.
// https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html: the record for a destination has a
// requestContext with condition RetriesExhausted and approximateInvokeCount. The waiting is not modelled.
func Async(t testing.TB, fn *Function, event string, env ...string) AsyncView {
	t.Helper()
	const attempts = 3
	for try := 1; ; try++ {
		switch inv := fn.Invoke(t, event, env...); {
		case inv.Failure() == nil:
			return AsyncView{Tries: try}
		case try == attempts:
			return AsyncView{Tries: try, Destination: true, Condition: "RetriesExhausted"}
		}
	}
}

// The events of asynchronous sources, as short as handlers need them.
//
// doc https://docs.aws.amazon.com/lambda/latest/dg/with-sns.html, which says that there is one message in each event,
// https://docs.aws.amazon.com/AmazonS3/latest/userguide/notification-content-structure.html and
// https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-events-structure.html.
const (
	SNSEvent = `{"Records":[{"EventVersion":"1.0","EventSource":"aws:sns",
		"EventSubscriptionArn":"arn:aws:sns:us-east-1:123456789012:orders:21be56ed-a058-49f5-8c98-aedd2564c486",
		"Sns":{"Type":"Notification","MessageId":"95df01b4-ee98-5cb9-9903-4c221d41eb5e","TopicArn":"arn:aws:sns:us-east-1:123456789012:orders",
			"Subject":"order","Message":"{\"ID\":\"a\"}","Timestamp":"2026-11-26T12:00:00.000Z"}}]}`
	S3Event = `{"Records":[{"eventVersion":"2.1","eventSource":"aws:s3","awsRegion":"us-east-1","eventTime":"2026-11-26T12:00:00.000Z",
		"eventName":"ObjectCreated:Put","s3":{"s3SchemaVersion":"1.0","bucket":{"name":"orders","arn":"arn:aws:s3:::orders"},
			"object":{"key":"a.json","size":12,"sequencer":"0A1B2C3D4E5F678901"}}}]}`
	EventBridgeEvent = `{"version":"0","id":"17793124-05d4-b198-2fde-7ededc63b103","detail-type":"Scheduled Event","source":"aws.events",
		"account":"123456789012","time":"2026-11-26T12:00:00Z","region":"us-east-1",
		"resources":["arn:aws:events:us-east-1:123456789012:rule/orders"],"detail":{}}`
)
