package inside

import (
	"context"

	"github.com/aws/aws-sdk-go-v2/feature/s3/transfermanager"
	"github.com/aws/aws-sdk-go-v2/service/s3/types"
)

// A transfer of a directory keeps no more than the text of what failed: there is nothing inside.
func directory(ctx context.Context, c *transfermanager.Client) bool {
	_, err := c.DownloadDirectory(ctx, &transfermanager.DownloadDirectoryInput{})
	_, ok := err.(*types.NoSuchKey) // want `transfermanager.Client.DownloadDirectory keeps only the text of errors, so it never is \*types.NoSuchKey; use its FailurePolicy`
	return ok
}
