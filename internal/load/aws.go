package load

import (
	"slices"
	"strings"
)

// awsRoots are the modules whose packages make an importer worth analyzing.
var awsRoots = []string{
	"github.com/aws/aws-sdk-go-v2",
	"github.com/aws/smithy-go",
	"github.com/aws/aws-sdk-go",
	"github.com/aws/aws-lambda-go",
}

// isAWS reports whether path is a package of an AWS SDK or of the Lambda runtime.
func isAWS(path string) bool {
	if !strings.HasPrefix(path, "github.com/aws/") {
		return false // almost every path: no need to look further
	}
	return slices.ContainsFunc(awsRoots, func(root string) bool {
		rest, ok := strings.CutPrefix(path, root)
		return ok && (rest == "" || rest[0] == '/')
	})
}
