package knowledge

import "slices"

// dataOperations are the operations on what customers keep in a service, by the service: items, objects, messages. A
// program asks for them on behalf of its own clients. All others are for those who run an account.
//
// Source: what CloudTrail logs as data events, https://docs.aws.amazon.com/awscloudtrail/latest/userguide/logging-data-events-with-cloudtrail.html,
// and the lists of these events in the guides of DynamoDB, S3, SQS, SNS, Lambda, Kinesis, SES and the RDS Data API.
var dataOperations = map[string][]string{
	"dynamodb": {
		"BatchExecuteStatement", "BatchGetItem", "BatchWriteItem", "DeleteItem", "ExecuteStatement", "ExecuteTransaction", "GetItem",
		"PutItem", "Query", "Scan", "TransactGetItems", "TransactWriteItems", "UpdateItem",
	},
	"s3": {
		"AbortMultipartUpload", "CompleteMultipartUpload", "CopyObject", "CreateMultipartUpload", "DeleteObject", "DeleteObjectTagging",
		"DeleteObjects", "GetObject", "GetObjectAttributes", "GetObjectTagging", "HeadObject", "ListObjects", "ListObjectsV2",
		"ListParts", "PutObject", "PutObjectTagging", "RestoreObject", "SelectObjectContent", "UploadPart", "UploadPartCopy",
	},
	"sqs": {
		"ChangeMessageVisibility", "ChangeMessageVisibilityBatch", "DeleteMessage", "DeleteMessageBatch", "ReceiveMessage",
		"SendMessage", "SendMessageBatch",
	},
	"sns":     {"Publish", "PublishBatch"},
	"lambda":  {"Invoke", "InvokeAsync", "InvokeWithResponseStream"},
	"kinesis": {"GetRecords", "GetShardIterator", "PutRecord", "PutRecords", "SubscribeToShard"},
	"ses":     {"SendBulkTemplatedEmail", "SendCustomVerificationEmail", "SendEmail", "SendRawEmail", "SendTemplatedEmail"},
	"sesv2":   {"SendBulkEmail", "SendCustomVerificationEmail", "SendEmail"},
	"rdsdata": {"BatchExecuteStatement", "BeginTransaction", "CommitTransaction", "ExecuteStatement", "RollbackTransaction"},
}

// IsDataOperation reports whether the operation of the service is one on what customers keep in it, and not one that
// manages an account.
func IsDataOperation(service, operation string) bool {
	return slices.Contains(dataOperations[service], operation)
}
