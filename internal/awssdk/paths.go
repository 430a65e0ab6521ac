package awssdk

import (
	"go/types"
	"strings"
)

// Import paths of the SDK's modules.
const (
	v1 = "github.com/aws/aws-sdk-go"
	v2 = "github.com/aws/aws-sdk-go-v2"

	smithy    = "github.com/aws/smithy-go"
	lambdaLib = "github.com/aws/aws-lambda-go"
)

// IsSDK reports whether the package at path is a part of an AWS SDK. Such
// packages are AWS, they do not use it.
func IsSDK(path string) bool {
	return within(path, v2) || within(path, v1) || within(path, smithy) || within(path, lambdaLib)
}

// UsesSDK reports whether pkg is a user of AWS: it imports an SDK and is not a
// part of one.
func UsesSDK(pkg *types.Package) bool {
	if IsSDK(pkg.Path()) {
		return false
	}
	for _, imp := range pkg.Imports() {
		if IsSDK(imp.Path()) {
			return true
		}
	}
	return false
}

// within reports whether path is root or lies below it.
func within(path, root string) bool {
	rest, ok := strings.CutPrefix(path, root)
	return ok && (rest == "" || rest[0] == '/')
}

// below reports whether path lies directly below root.
func below(path, root string) bool {
	rest, ok := strings.CutPrefix(path, root+"/")
	return ok && !strings.Contains(rest, "/")
}

// generation returns which SDK the service package at path belongs to, 0 if it
// is none.
func generation(path string) int {
	switch {
	case below(path, v2+"/service"):
		return 2
	case below(path, v1+"/service"):
		return 1
	}
	return 0
}

// service returns the name that messages use for the package at path.
func service(path string) string {
	return path[strings.LastIndexByte(path, '/')+1:]
}
