package model

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"
)

// FuzzSource checks that source of an SDK is read or refused, and that the parts it is cut into are parts of it that
// do not overlap, each with its mark. The seeds are files of the real SDK.
func FuzzSource(f *testing.F) {
	from, err := filepath.Abs("../../../testdata/src")
	if err != nil {
		f.Fatal(err)
	}
	const sqs = "github.com/aws/aws-sdk-go-v2/service/sqs"
	dir, err := Dir(sqs+"@"+Required(from, sqs)+"/api_client.go", from)
	if err != nil {
		f.Fatal(err)
	}
	for _, name := range []string{"types/errors.go", "api_client.go", "type_registry.go"} {
		src, err := os.ReadFile(filepath.Join(dir, name))
		if err != nil {
			f.Fatal(err)
		}
		f.Add(src)
	}
	f.Add([]byte("package types\n\ntype X struct{}\n\nfunc (e *X) ErrorCode() string { return \"X\" }\nfunc (e *X) ErrorFault() smithy.ErrorFault { return smithy.FaultClient }\n"))
	f.Add([]byte("func awsRestjson1_deserializeOpErrorX(response) error {\n\tswitch {\n\tcase strings.EqualFold(\"A\", errorCode):\n\t\treturn awsRestjson1_deserializeErrorA(response, errorBody)\n\t}\n}\n"))
	f.Fuzz(func(t *testing.T, src []byte) {
		rest := src
		for part := range chunks(src, "func ", "error") {
			at := bytes.Index(rest, part)
			if at < 0 || !bytes.HasPrefix(part, []byte("func ")) {
				t.Fatalf("part %q", part)
			}
			rest = rest[at+len(part):]
		}
		for _, text := range cutOperations(src) {
			outcomes, err := readOperation(text)
			if err != nil && len(outcomes) > 0 {
				t.Errorf("%v, and %v", outcomes, err)
			}
		}
		if errs, err := readErrorTypes(src); err != nil && len(errs) > 0 {
			t.Errorf("%v, and %v", errs, err)
		}
		_, _ = readRegistry(src)
		_ = headOperations(src)
		_ = protocolOfClient(src)
	})
}
