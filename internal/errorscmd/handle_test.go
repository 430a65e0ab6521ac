package errorscmd_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis"

	"github.com/awserrlint/awserrlint/analyzers"
	"github.com/awserrlint/awserrlint/internal/awssdk"
	"github.com/awserrlint/awserrlint/internal/awssdk/model"
	"github.com/awserrlint/awserrlint/internal/errorscmd"
	"github.com/awserrlint/awserrlint/internal/ruletest"
)

func TestHandle(t *testing.T) {
	t.Setenv("GOWORK", "off")
	code, stdout, stderr := run("handle", "s3.GetObject", "-C", clients)
	const want = `package example

import (
	"context"
	"errors"
	"fmt"

	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/aws/aws-sdk-go-v2/service/s3/types"
	"github.com/aws/smithy-go"
)

// getObject calls s3.GetObject and says what kind of failure an error is, as far as the source of
// service/s3 v1.114.8 and the documentation of AWS tell.
func getObject(ctx context.Context, client *s3.Client, in *s3.GetObjectInput) (*s3.GetObjectOutput, error) {
	out, err := client.GetObject(ctx, in)
	if err == nil {
		return out, nil
	}
	if _, ok := errors.AsType[*types.NoSuchKey](err); ok {
		return nil, fmt.Errorf("not found: %w", err)
	}
	if apiErr, ok := errors.AsType[smithy.APIError](err); ok {
		switch apiErr.ErrorCode() {
		case "NoSuchBucket":
			return nil, fmt.Errorf("not found: %w", err)
		case "PreconditionFailed":
			return nil, fmt.Errorf("conflict: %w", err)
		case "AccessDenied":
			return nil, fmt.Errorf("denied: %w", err)
		case "SlowDown":
			return nil, fmt.Errorf("throttled: %w", err)
		}
	}
	return nil, err // the network, a context that has ended, and whatever else the service sends
}
`
	if code != 0 || stderr != "" || stdout != want {
		t.Errorf("code %d\nstderr: %s\n got %s\nwant %s", code, stderr, stdout, want)
	}
}

// TestHandlePartialFailure asks for operations that fail in part with a nil error.
func TestHandlePartialFailure(t *testing.T) {
	t.Setenv("GOWORK", "off")
	for name, want := range map[string]string{
		"sqs.SendMessageBatch":    "\t\tif len(out.Failed) > 0 {\n\t\t\treturn out, errors.New(\"failed in part: see Failed\")\n\t\t}\n\t\treturn out, nil\n",
		"lambda.Invoke":           "\t\tif out.FunctionError != nil {\n",
		"dynamodb.BatchWriteItem": "\t\tif len(out.UnprocessedItems) > 0 {\n",
		"dynamodb.BatchExecuteStatement": "\t\tfor _, entry := range out.Responses {\n\t\t\tif entry.Error != nil {\n" +
			"\t\t\t\treturn out, errors.New(\"failed in part: see Responses[].Error\")\n",
		"s3.GetObject": "\tif err == nil {\n\t\treturn out, nil\n",
	} {
		if code, stdout, stderr := run("handle", name, "-C", clients); code != 0 || stderr != "" || !strings.Contains(stdout, want) {
			t.Errorf("%s: code %d\nstderr: %s\n got %s\nwant %s", name, code, stderr, stdout, want)
		}
	}
}

// TestHandleOldGo asks in a module whose Go has no errors.AsType.
func TestHandleOldGo(t *testing.T) {
	t.Setenv("GOWORK", "off")
	dir := t.TempDir()
	for _, name := range []string{"go.mod", "go.sum"} {
		content, err := os.ReadFile(filepath.Join(clients, name))
		if err != nil {
			t.Fatal(err)
		}
		write(t, dir, name, strings.Replace(string(content), "\ngo 1.26", "\ngo 1.25", 1))
	}
	code, stdout, stderr := run("handle", "s3.GetObject", "-C", dir)
	if want := "\tvar noSuchKey *types.NoSuchKey\n\tif errors.As(err, &noSuchKey) {\n"; code != 0 || stderr != "" || !strings.Contains(stdout, want) || strings.Contains(stdout, "AsType") {
		t.Errorf("code %d\nstderr: %s\n%s", code, stderr, stdout)
	}
}

// TestHandleAll type-checks the code for every operation of each service that the fixtures require, in
// both forms, and runs all rules on it: it has no fault that awserrlint knows.
func TestHandleAll(t *testing.T) {
	fixtures := ruletest.Fixtures(t)
	mods := errorscmd.ServicesOf(t, fixtures)
	if len(mods) < 20 {
		t.Fatalf("the fixtures require %d services, want 20", len(mods))
	}
	dir := t.TempDir()
	for _, name := range []string{"go.mod", "go.sum"} {
		content, err := os.ReadFile(filepath.Join(fixtures, name))
		if err != nil {
			t.Fatal(err)
		}
		write(t, dir, name, string(content))
	}
	snippets := 0
	for _, folder := range mods {
		s, err := model.Load(folder)
		if err != nil {
			t.Fatal(err)
		}
		ops, err := s.Operations()
		if err != nil {
			t.Fatal(err)
		}
		outputs, err := awssdk.Outputs(s.Name, folder, "*")
		if err != nil || len(outputs) != len(ops) {
			t.Fatalf("%s: %d outputs of %d operations, %v", s.Name, len(outputs), len(ops), err)
		}
		for _, out := range outputs {
			for form, asType := range map[string]bool{"as": false, "astype": true} {
				source, err := errorscmd.Handling(s, out, asType)
				if err != nil {
					t.Errorf("%s.%s: %v", s.Name, out.Operation, err)
					continue
				}
				write(t, dir, s.Name+"/"+form+"/"+out.Operation+".go", source)
				snippets++
			}
		}
	}
	t.Logf("%d snippets of %d services", snippets, len(mods))

	var rules []*analysis.Analyzer
	for _, r := range analyzers.All() {
		rules = append(rules, r.Analyzer)
	}
	res := ruletest.Analyze(t, dir, rules, "./...")
	if want := 2 * len(mods); res.Matched != want || len(res.Packages) < want {
		t.Errorf("%d packages, want %d", res.Matched, want)
	}
	for _, p := range res.Problems {
		t.Errorf("does not compile: %s", p)
	}
	for _, d := range res.Diagnostics {
		t.Errorf("%s: %s (%s)", d.Position, d.Message, d.Rule)
	}
}
