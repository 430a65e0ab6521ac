package program

// An op is an operation of the SDK, and what programs do with it.
type op struct {
	service, name string
	in            string   // fields of its input; %s is a text
	uses          []string // what is read of the output, for %s
	failures      []string // conditions that are true where a part failed, for %s
	errs          []string // modelled errors
	codes         []string // codes and words that texts are searched for
	pages         bool     // has a paginator

	call, output string // see others
	v1           bool   // of SDK v1
}

var ops = []op{
	{service: "s3", name: "GetObject", in: "Bucket: &%[1]s, Key: &%[1]s", uses: []string{"%s.Body", "%s.ContentLength"}, errs: []string{"NoSuchKey", "InvalidObjectState", "NoSuchBucket"}, codes: []string{"NoSuchKey", "AccessDenied", "404"}},
	{service: "s3", name: "PutObject", in: "Bucket: &%[1]s, Key: &%[1]s", uses: []string{"%s.ETag"}, errs: []string{"NoSuchBucket", "TooManyParts"}, codes: []string{"NoSuchBucket", "SlowDown"}},
	{service: "s3", name: "HeadObject", in: "Bucket: &%[1]s, Key: &%[1]s", uses: []string{"%s.ContentLength"}, errs: []string{"NotFound", "NoSuchKey"}, codes: []string{"NotFound", "NoSuchKey", "StatusCode: 404"}},
	{service: "s3", name: "DeleteObject", in: "Bucket: &%[1]s, Key: &%[1]s", uses: []string{"%s.DeleteMarker"}, codes: []string{"NoSuchKey"}},
	{service: "s3", name: "DeleteObjects", in: "Bucket: &%[1]s", uses: []string{"%s.Deleted"}, failures: []string{"len(%s.Errors) > 0"}},
	{service: "s3", name: "CreateBucket", in: "Bucket: &%[1]s", uses: []string{"%s.Location"}, errs: []string{"BucketAlreadyExists", "BucketAlreadyOwnedByYou"}, codes: []string{"BucketAlreadyExists"}},
	{service: "s3", name: "ListObjectsV2", in: "Bucket: &%[1]s", uses: []string{"%s.Contents", "%s.KeyCount"}, errs: []string{"NoSuchBucket"}, pages: true},
	{service: "dynamodb", name: "PutItem", in: "TableName: &%[1]s", uses: []string{"%s.Attributes"}, errs: []string{"ConditionalCheckFailedException", "ResourceNotFoundException"}, codes: []string{"ConditionalCheckFailedException", "ThrottlingException"}},
	{service: "dynamodb", name: "GetItem", in: "TableName: &%[1]s", uses: []string{"%s.Item"}, errs: []string{"ResourceNotFoundException", "ConditionalCheckFailedException"}, codes: []string{"ResourceNotFoundException"}},
	{service: "dynamodb", name: "BatchWriteItem", in: "", uses: []string{"%s.ItemCollectionMetrics"}, failures: []string{"len(%s.UnprocessedItems) > 0", "len(%s.UnprocessedItems) != 0"}},
	{service: "dynamodb", name: "Query", in: "TableName: &%[1]s", uses: []string{"%s.Items", "%s.Count"}, errs: []string{"ResourceNotFoundException"}, pages: true},
	{service: "dynamodb", name: "TransactWriteItems", in: "", uses: []string{"%s.ConsumedCapacity"}, errs: []string{"TransactionCanceledException"}, codes: []string{"TransactionCanceledException"}},
	{service: "sqs", name: "SendMessage", in: "QueueUrl: &%[1]s, MessageBody: &%[1]s", uses: []string{"%s.MessageId"}, errs: []string{"QueueDoesNotExist"}, codes: []string{"AWS.SimpleQueueService.NonExistentQueue"}},
	{service: "sqs", name: "SendMessageBatch", in: "QueueUrl: &%[1]s", uses: []string{"%s.Successful"}, failures: []string{"len(%s.Failed) > 0"}},
	{service: "sqs", name: "ReceiveMessage", in: "QueueUrl: &%[1]s", uses: []string{"%s.Messages"}},
	{service: "sqs", name: "DeleteMessage", in: "QueueUrl: &%[1]s", uses: []string{"%s.ResultMetadata"}, errs: []string{"ReceiptHandleIsInvalid"}},
	{service: "kinesis", name: "PutRecords", in: "StreamName: &%[1]s", uses: []string{"%s.Records"}, failures: []string{"*%s.FailedRecordCount > 0"}},
	{service: "eventbridge", name: "PutEvents", in: "", uses: []string{"%s.Entries"}, failures: []string{"%s.FailedEntryCount > 0"}},
	{service: "firehose", name: "PutRecordBatch", in: "DeliveryStreamName: &%[1]s", uses: []string{"%s.RequestResponses"}, failures: []string{"*%s.FailedPutCount != 0"}},
	{service: "lambda", name: "Invoke", in: "FunctionName: &%[1]s", uses: []string{"%s.Payload"}, failures: []string{"%s.FunctionError != nil"}, errs: []string{"ResourceNotFoundException", "TooManyRequestsException"}},
	{service: "sns", name: "Publish", in: "TopicArn: &%[1]s, Message: &%[1]s", uses: []string{"%s.MessageId"}, errs: []string{"NotFoundException", "InvalidParameterException"}},
	{service: "iam", name: "GetRole", in: "RoleName: &%[1]s", uses: []string{"%s.Role"}, errs: []string{"NoSuchEntityException"}, codes: []string{"NoSuchEntity", "cannot be found"}},
	{service: "iam", name: "ListUsers", in: "", uses: []string{"%s.Users"}, pages: true, codes: []string{"Throttling"}},
	{service: "sts", name: "GetCallerIdentity", in: "", uses: []string{"%s.Account"}, codes: []string{"ExpiredToken"}},
	{service: "sfn", name: "StartExecution", in: "StateMachineArn: &%[1]s", uses: []string{"%s.ExecutionArn"}, errs: []string{"ExecutionAlreadyExists"}, codes: []string{"ExecutionAlreadyExists"}},
	{service: "ecs", name: "DescribeServices", in: "", uses: []string{"%s.Services"}, failures: []string{"len(%s.Failures) > 0"}, errs: []string{"ClusterNotFoundException"}},
	{service: "cloudwatchlogs", name: "DescribeLogGroups", in: "", uses: []string{"%s.LogGroups"}, pages: true},
}
