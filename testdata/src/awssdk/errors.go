package awssdk

import (
	awshttp "github.com/aws/aws-sdk-go-v2/aws/transport/http"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/aws/aws-sdk-go-v2/service/s3/types"
	"github.com/aws/aws-sdk-go/aws/awserr"
	v1kinesis "github.com/aws/aws-sdk-go/service/kinesis"
	"github.com/aws/smithy-go"
)

// The variables have types that say of which SDK an error is, and others.
var (
	apiError       smithy.APIError
	operationError *smithy.OperationError
	noSuchKey      *types.NoSuchKey
	responseError  *awshttp.ResponseError
	canceled       *smithy.CanceledError
	awsErr         awserr.Error
	requestFailure awserr.RequestFailure
	v1NotFound     *v1kinesis.ResourceNotFoundException

	any1     any
	anyError error
	output   *s3.GetObjectOutput
	declared *failure
)

type failure struct{ smithy.APIError }
