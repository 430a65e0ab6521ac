package program

// An event is an event source of Lambda.
type event struct {
	in, out string // types of package events; "" if there is no result
	status  string // the field for the status of a response, "" if out is no response
	records string // what to range over
	lists   bool   // records are lists of records
	failed  string // the statement that reports a record as failed, with resp as the result; % is package events
	asks    bool   // it is an authorizer
}

var events = []event{
	{in: "APIGatewayProxyRequest", out: "APIGatewayProxyResponse", status: "StatusCode"},
	{in: "APIGatewayProxyRequest", out: "APIGatewayProxyResponse", status: "StatusCode"},
	{in: "APIGatewayV2HTTPRequest", out: "APIGatewayV2HTTPResponse", status: "StatusCode"},
	{in: "ALBTargetGroupRequest", out: "ALBTargetGroupResponse", status: "StatusCode"},
	{in: "LambdaFunctionURLRequest", out: "LambdaFunctionURLResponse", status: "StatusCode"},
	{in: "APIGatewayWebsocketProxyRequest", out: "APIGatewayProxyResponse", status: "StatusCode"},
	{in: "APIGatewayProxyRequest", out: "APIGatewayV2HTTPResponse", status: "StatusCode"},
	{in: "SQSEvent", records: "in.Records"},
	{in: "SQSEvent", out: "SQSEventResponse", records: "in.Records", failed: "resp.BatchItemFailures = append(resp.BatchItemFailures, %.SQSBatchItemFailure{ItemIdentifier: record.MessageId})"},
	{in: "SQSEvent", out: "SQSEventResponse", records: "in.Records", failed: "resp.BatchItemFailures = append(resp.BatchItemFailures, %.SQSBatchItemFailure{ItemIdentifier: record.ReceiptHandle})"},
	{in: "KinesisEvent", out: "KinesisEventResponse", records: "in.Records", failed: "resp.BatchItemFailures = append(resp.BatchItemFailures, %.KinesisBatchItemFailure{ItemIdentifier: record.Kinesis.SequenceNumber})"},
	{in: "KinesisEvent", records: "in.Records"},
	{in: "KinesisTimeWindowEvent", out: "KinesisTimeWindowEventResponse", records: "in.Records", failed: "resp.BatchItemFailures = append(resp.BatchItemFailures, %.KinesisBatchItemFailure{ItemIdentifier: record.EventID})"},
	{in: "DynamoDBEvent", out: "DynamoDBEventResponse", records: "in.Records", failed: "resp.BatchItemFailures = append(resp.BatchItemFailures, %.DynamoDBBatchItemFailure{ItemIdentifier: record.Change.SequenceNumber})"},
	{in: "DynamoDBTimeWindowEvent", out: "DynamoDBTimeWindowEventResponse", records: "in.Records"},
	{in: "KinesisFirehoseEvent", out: "KinesisFirehoseResponse", records: "in.Records", failed: "resp.Records = append(resp.Records, %.KinesisFirehoseResponseRecord{RecordID: record.RecordID, Result: %.KinesisFirehoseTransformedStateProcessingFailed})"},
	{in: "KinesisFirehoseEvent", out: "KinesisFirehoseResponse", records: "in.Records", failed: "resp.Records = append(resp.Records, %.KinesisFirehoseResponseRecord{RecordID: record.RecordID, Result: %.KinesisFirehoseTransformedStateOk})"},
	{in: "KinesisAnalyticsOutputDeliveryEvent", out: "KinesisAnalyticsOutputDeliveryResponse", records: "in.Records"},
	{in: "S3BatchJobEvent", out: "S3BatchJobResponse", records: "in.Tasks", failed: "resp.Results = append(resp.Results, %.S3BatchJobResult{TaskID: record.TaskID})"},
	{in: "SNSEvent", records: "in.Records"},
	{in: "S3Event", records: "in.Records"},
	{in: "KafkaEvent", records: "in.Records", lists: true},
	{in: "RabbitMQEvent", records: "in.MessagesByQueue", lists: true},
	{in: "ActiveMQEvent", records: "in.Messages"},
	{in: "SimpleEmailEvent", records: "in.Records"},
	{in: "SimpleEmailEvent", out: "SimpleEmailDisposition", records: "in.Records"},
	{in: "CodeCommitEvent", records: "in.Records"},
	{in: "CloudwatchLogsEvent"},
	{in: "CloudWatchEvent"},
	{in: "EventBridgeEvent"},
	{in: "ConfigEvent"},
	{in: "AutoScalingEvent"},
	{in: "CodeBuildEvent"},
	{in: "CodeDeployEvent"},
	{in: "CodePipelineCloudWatchEvent"},
	{in: "ECRImageActionEvent"},
	{in: "ECRScanEvent"},
	{in: "ECSContainerInstanceEvent"},
	{in: "IoTButtonEvent"},
	{in: "IoTOneClickEvent"},
	{in: "CognitoEventUserPoolsPostConfirmation", out: "CognitoEventUserPoolsPostConfirmation"},
	{in: "CognitoEventUserPoolsPreSignup", out: "CognitoEventUserPoolsPreSignup"},
	{in: "CognitoEventUserPoolsPreTokenGenV2", out: "CognitoEventUserPoolsPreTokenGenV2"},
	{in: "CognitoEvent"},
	{in: "APIGatewayCustomAuthorizerRequest", out: "APIGatewayCustomAuthorizerResponse", asks: true},
	{in: "APIGatewayCustomAuthorizerRequestTypeRequest", out: "APIGatewayCustomAuthorizerResponse", asks: true},
	{in: "APIGatewayV2CustomAuthorizerV1Request", out: "APIGatewayV2CustomAuthorizerIAMPolicyResponse", asks: true},
	{in: "APIGatewayV2CustomAuthorizerV2Request", out: "APIGatewayV2CustomAuthorizerSimpleResponse", asks: true},
	{in: "AppSyncLambdaAuthorizerRequest", out: "AppSyncLambdaAuthorizerResponse"},
	{in: "IoTCoreCustomAuthorizerRequest", out: "IoTCoreCustomAuthorizerResponse"},
	{in: "IoTPreProvisionHookRequest", out: "IoTPreProvisionHookResponse"},
	{in: "ClientVPNConnectionHandlerRequest", out: "ClientVPNConnectionHandlerResponse"},
	{in: "LexEvent", out: "LexResponse"},
	{in: "ConnectEvent", out: "ConnectResponse"},
	{in: "ChimeBotEvent"},
	{in: "S3ObjectLambdaEvent"},
	{in: "SecretsManagerSecretRotationEvent"},
	{in: "CodePipelineJobEvent"},
}
