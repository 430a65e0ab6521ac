package option

import (
	"path"
	"strings"
)

// Func is the form of names of functions, methods and types: import/path.Name.
var Func = NewForm(`(?:[^,\s]*/)?[^,\s/]+\.[^,\s./]+`, func(word string) string {
	return "is no name of a function or type; write import/path.Name, such as example.com/shop/queue.Publish"
})

// The parts of globs of operations.
const (
	globService   = `[a-z0-9*?]+`
	globOperation = `[A-Z*?][A-Za-z0-9*?]*(?:\.[A-Z*?][A-Za-z0-9*?]*)*` // manager.Uploader.Upload
	globAnywhere  = `[A-Za-z0-9?]*\*[A-Za-z0-9*?]*`
)

// Operations is the form of globs of operations as findings name them: s3.DeleteObject, xray.*.
var Operations = NewForm(globService+`\.`+globOperation+`|`+globAnywhere, func(word string) string {
	const form = "matches no operation; write service.Operation, such as s3.DeleteObject or xray.*"
	service, operation, ok := strings.Cut(strings.ReplaceAll(word, ":", "."), ".")
	if !ok || service == "" || operation == "" {
		return form
	}
	meant := strings.ToLower(service) + "." + strings.ToUpper(operation[:1]) + operation[1:]
	if !isOperation(meant) {
		return form
	}
	return "matches no operation; did you mean " + meant + "?"
})

func isOperation(glob string) bool {
	return NewForm(globService+`\.`+globOperation, nil).re().MatchString(glob)
}

// The parts of globs of files: an element of a path that is neither . nor .., and a last one that a
// Go file can match.
const (
	globElement = `(?:[^,./\\{}[\]\s]|\.[^,./\\{}[\]])[^,/\\{}[\]]*`
	globFile    = `(?:[^,/\\{}[\]\s][^,/\\{}[\]]*)?(?:[*?]|\.go)`
)

// Files is the form of globs of Go files, without the folder that they are in: internal/legacy/**.
var Files = NewForm(`(?:`+globElement+`/)*`+globFile, func(word string) string {
	meant := path.Clean(strings.ReplaceAll(strings.TrimSpace(word), `\`, "/"))
	for strings.HasPrefix(meant, "../") || strings.HasPrefix(meant, "/") {
		meant = strings.TrimPrefix(strings.TrimPrefix(meant, ".."), "/")
	}
	switch {
	case strings.HasPrefix(word, "/") || strings.ContainsAny(word, "[]{}") || meant == "." || meant == "..":
		return "matches no Go file; write a glob such as internal/legacy/** or *.pb.go, which may match anywhere in a path"
	case !strings.HasSuffix(meant, "*") && !strings.HasSuffix(meant, ".go"):
		meant += "/**"
	}
	return `matches no Go file; did you mean "` + meant + `"?`
})
