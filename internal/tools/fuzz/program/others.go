package program

// others are calls of the SDK that are no operations of a client of v2, but return a value and an error as those do. They need a client if
// there is a service. In call and output, names of packages are as for prog.expand, and «c» is the client.
var others = []op{
	{service: "s3", call: "«v2/s3».NewBucketExistsWaiter(«c»).WaitForOutput(ctx, &«v2/s3».HeadBucketInput{Bucket: &text}, «time».Minute)", output: "*«v2/s3».HeadBucketOutput", uses: []string{"%s.BucketRegion"}, errs: []string{"NotFound"}, codes: []string{"NotFound"}},
	{service: "dynamodb", call: "«v2/dynamodb».NewTableExistsWaiter(«c»).WaitForOutput(ctx, &«v2/dynamodb».DescribeTableInput{TableName: &text}, «time».Minute)", output: "*«v2/dynamodb».DescribeTableOutput", uses: []string{"%s.Table"}, errs: []string{"ResourceNotFoundException"}},
	{service: "s3", call: "«v2/s3».NewPresignClient(«c»).PresignGetObject(ctx, &«v2/s3».GetObjectInput{Bucket: &text, Key: &text})", output: "*«sdk/aws/signer/v4».PresignedHTTPRequest", uses: []string{"%s.URL", "%s.Method"}, errs: []string{"NoSuchKey"}, codes: []string{"NoSuchKey"}},
	{service: "sts", call: "«v2/sts».NewPresignClient(«c»).PresignGetCallerIdentity(ctx, nil)", output: "*«sdk/aws/signer/v4».PresignedHTTPRequest", uses: []string{"%s.URL"}},
	{service: "s3", call: "«sdk/feature/s3/manager».NewUploader(«c»).Upload(ctx, &«v2/s3».PutObjectInput{Bucket: &text, Key: &text})", output: "*«sdk/feature/s3/manager».UploadOutput", uses: []string{"%s.Location", "%s.ETag"}, errs: []string{"NoSuchBucket", "NoSuchUpload"}, codes: []string{"NoSuchBucket"}},
	{service: "s3", call: "«sdk/feature/s3/manager».NewDownloader(«c»).Download(ctx, nil, &«v2/s3».GetObjectInput{Bucket: &text, Key: &text})", output: "int64", uses: []string{"%s"}, errs: []string{"NoSuchKey", "NotFound"}, codes: []string{"NoSuchKey"}},
	{service: "s3", call: "«sdk/feature/s3/manager».GetBucketRegion(ctx, «c», text)", output: "string", uses: []string{"%s"}, codes: []string{"NotFound"}},
	{service: "s3", call: "«sdk/feature/s3/transfermanager».New(«c»).UploadObject(ctx, &«sdk/feature/s3/transfermanager».UploadObjectInput{Bucket: &text})", output: "*«sdk/feature/s3/transfermanager».UploadObjectOutput", uses: []string{"%s.Key"}, errs: []string{"NoSuchBucket"}},
	{service: "s3", call: "«sdk/feature/s3/transfermanager».New(«c»).GetObject(ctx, &«sdk/feature/s3/transfermanager».GetObjectInput{Bucket: &text})", output: "*«sdk/feature/s3/transfermanager».GetObjectOutput", uses: []string{"%s.Body"}, errs: []string{"NoSuchKey"}},
	{service: "s3", call: "«sdk/feature/s3/transfermanager».New(«c»).DownloadDirectory(ctx, &«sdk/feature/s3/transfermanager».DownloadDirectoryInput{Bucket: &text})", output: "*«sdk/feature/s3/transfermanager».DownloadDirectoryOutput", uses: []string{"%s.ObjectsDownloaded"}, errs: []string{"NoSuchKey"}},
	{service: "kinesis", name: "SubscribeToShard", call: "«c».SubscribeToShard(ctx, &«v2/kinesis».SubscribeToShardInput{ShardId: &text})", output: "*«v2/kinesis».SubscribeToShardOutput", uses: []string{"%s.ResultMetadata"}, errs: []string{"ResourceInUseException"}},
	{call: "«sdk/feature/dynamodb/attributevalue».MarshalMap(text)", output: "map[string]«v2/dynamodb/types».AttributeValue", uses: []string{"%s"}},
	{call: "«sdk/feature/dynamodb/expression».NewBuilder().Build()", output: "«sdk/feature/dynamodb/expression».Expression", uses: []string{"%s"}},
	{call: "«sdk/config».LoadDefaultConfig(ctx)", output: "«sdk/aws».Config", uses: []string{"%s.Region"}, codes: []string{"failed to refresh"}},
	{call: "«sdk/credentials».NewStaticCredentialsProvider(text, text, text).Retrieve(ctx)", output: "«sdk/aws».Credentials", uses: []string{"%s.AccessKeyID"}},
	{call: "«sdk/feature/ec2/imds».New(«sdk/feature/ec2/imds».Options{}).GetRegion(ctx, nil)", output: "*«sdk/feature/ec2/imds».GetRegionOutput", uses: []string{"%s.Region"}},
	{v1: true, call: "«v1/service/s3».New(nil).GetObject(&«v1/service/s3».GetObjectInput{Bucket: &text})", output: "*«v1/service/s3».GetObjectOutput", uses: []string{"%s.ETag", "%s.Body"}, codes: []string{"NoSuchKey", "404"}},
	{v1: true, call: "«v1/service/s3».New(nil).DeleteObjectsWithContext(ctx, &«v1/service/s3».DeleteObjectsInput{Bucket: &text})", output: "*«v1/service/s3».DeleteObjectsOutput", uses: []string{"%s.Deleted"}, codes: []string{"NoSuchBucket"}},
	{v1: true, call: "«v1/service/sqs».New(«v1/aws/session».Must(«v1/aws/session».NewSession())).SendMessageBatchWithContext(ctx, &«v1/service/sqs».SendMessageBatchInput{QueueUrl: &text})", output: "*«v1/service/sqs».SendMessageBatchOutput", uses: []string{"%s.Successful"}, codes: []string{"AWS.SimpleQueueService.NonExistentQueue"}},
	{v1: true, call: "«v1/service/dynamodb».New(nil).PutItem(&«v1/service/dynamodb».PutItemInput{TableName: &text})", output: "*«v1/service/dynamodb».PutItemOutput", uses: []string{"%s.Attributes"}, codes: []string{"ConditionalCheckFailedException"}},
	{v1: true, call: "«v1/aws/session».NewSession()", output: "*«v1/aws/session».Session", uses: []string{"%s.Config"}},
}

// lone are calls of the SDK that return just an error.
var lone = []op{
	{service: "s3", call: "«v2/s3».NewBucketExistsWaiter(«c»).Wait(ctx, &«v2/s3».HeadBucketInput{Bucket: &text}, «time».Minute)", errs: []string{"NotFound"}, codes: []string{"NotFound", "exceeded max wait time"}},
	{service: "s3", call: "«v2/s3».NewObjectNotExistsWaiter(«c»).Wait(ctx, &«v2/s3».HeadObjectInput{Bucket: &text, Key: &text}, «time».Second)", errs: []string{"NotFound"}},
	{service: "dynamodb", call: "«v2/dynamodb».NewTableExistsWaiter(«c»).Wait(ctx, &«v2/dynamodb».DescribeTableInput{TableName: &text}, «time».Minute)", errs: []string{"ResourceNotFoundException"}},
	{service: "iam", call: "«v2/iam».NewRoleExistsWaiter(«c»).Wait(ctx, &«v2/iam».GetRoleInput{RoleName: &text}, «time».Minute)", errs: []string{"NoSuchEntityException"}},
	{service: "ecs", call: "«v2/ecs».NewServicesStableWaiter(«c»).Wait(ctx, &«v2/ecs».DescribeServicesInput{}, «time».Minute)"},
	{call: "«sdk/feature/dynamodb/attributevalue».UnmarshalMap(nil, &flag)"},
	{v1: true, call: "«v1/service/s3».New(nil).WaitUntilBucketExists(&«v1/service/s3».HeadBucketInput{Bucket: &text})", codes: []string{"NotFound"}},
	{v1: true, call: "«v1/service/s3».New(nil).ListObjectsV2Pages(&«v1/service/s3».ListObjectsV2Input{Bucket: &text}, func(*«v1/service/s3».ListObjectsV2Output, bool) bool { return true })", codes: []string{"NoSuchBucket"}},
	{v1: true, call: "«v1/aws/request».New(«v1/aws».Config{}, «v1/aws/client/metadata».ClientInfo{}, «v1/aws/request».Handlers{}, nil, nil, nil, nil).Send()"},
}

// wait calls something that returns just an error.
func (f *frame) wait() string {
	o, ok := f.oneOfThose(lone, func(o op) bool { return o.service == "" || f.pointer != nil })
	if !ok {
		return f.simple()
	}
	call := f.call(o)
	name := f.fresh("err")
	switch f.r.IntN(8) {
	case 0:
		return call
	case 1:
		return "_ = " + call
	case 2:
		return oneOf(f.r, "go ", "defer ") + call
	case 3:
		return name + " := " + call + "\nif " + f.failed(name) + " {\n" + f.handle(name, o) + "}" + f.orElse()
	case 4:
		return "switch " + name + " := " + call + "; " + name + " {\ncase nil:\n" + f.branch() + "default:\n" + f.handle(name, o) + "}"
	case 5:
		return "for " + name + " := " + call + "; " + name + " != nil; " + name + " = " + call + " {\n" + f.inLoop(func() string { return f.handle(name, o) }) + "}"
	default:
		return "if " + name + " := " + call + "; " + f.failed(name) + " {\n" + f.handle(name, o) + "}"
	}
}
