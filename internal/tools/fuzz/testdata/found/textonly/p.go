package textonly

import (
	"context"
	"fmt"

	"github.com/aws/aws-sdk-go-v2/feature/s3/transfermanager"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/aws/aws-sdk-go-v2/service/s3/types"
	"github.com/aws/smithy-go"
)

// There is nothing that errors.As would find.
func download(ctx context.Context, c *s3.Client) {
	_, err := transfermanager.New(c).DownloadDirectory(ctx, &transfermanager.DownloadDirectoryInput{})
	switch err := err.(type) {
	case nil:
	case *types.NoSuchKey:
		fmt.Println(err)
	case *smithy.OperationError:
		fmt.Println(err.Error())
	}
}
