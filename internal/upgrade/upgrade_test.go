package upgrade_test

import (
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis"

	"github.com/awserrlint/awserrlint/internal/awssdk/model"
	"github.com/awserrlint/awserrlint/internal/ruletest"
	"github.com/awserrlint/awserrlint/internal/upgrade"
)

const fakePath = "github.com/aws/aws-sdk-go-v2/service/fake"

// writeFake writes a version of a service package with the operation Get, whose decoder knows types. Each
// is a type and its code.
func writeFake(t *testing.T, dir, protocol string, types map[string]string) {
	t.Helper()
	write(t, dir, "go.mod", "module "+fakePath+"\n\ngo 1.26\n")
	write(t, dir, "api_client.go", "package fake\n\ntype Client struct{}\n\ntype Options struct{}\n")
	write(t, dir, "api_op_Get.go", `package fake

import "context"

type GetInput struct{}

type GetOutput struct{}

func (c *Client) Get(ctx context.Context, params *GetInput, optFns ...func(*Options)) (*GetOutput, error) {
	return nil, nil
}
`)
	errs, cases := "package types\n", ""
	for typ, code := range types {
		errs += "\ntype " + typ + " struct{}\n\nfunc (e *" + typ + ") Error() string { return \"\" }\nfunc (e *" + typ + ") ErrorCode() string { return " + strconv.Quote(code) + " }\n"
		cases += "\tcase strings.EqualFold(" + strconv.Quote(code) + ", errorCode):\n\t\treturn " + protocol + "_deserializeError" + typ + "(response)\n"
	}
	write(t, dir, "types/errors.go", errs)
	write(t, dir, "deserializers.go", "package fake\n\ntype "+protocol+"_deserializeOpGet struct{}\n\nfunc "+protocol+
		"_deserializeOpErrorGet(response *Response) error {\n\tswitch {\n"+cases+"\t}\n}\n")
}

// Test compares two versions of a service that differ in all that the report knows.
func Test(t *testing.T) {
	t.Setenv("GOWORK", "off")
	dir, newer := t.TempDir(), filepath.Join(t.TempDir(), "fake@v1.1.0")
	writeFake(t, filepath.Join(dir, "fake"), "awsAwsquery", map[string]string{"Gone": "Gone", "Moved": "Moved", "Renamed": "OldCode", "Same": "Same"})
	writeFake(t, newer, "awsAwsjson10", map[string]string{"Gained": "Gained", "Moved": "Moved", "Renamed": "NewCode", "Same": "Same"})
	decoders := read(t, filepath.Join(newer, "deserializers.go"))
	moved := "\tcase strings.EqualFold(\"Moved\", errorCode):\n\t\treturn awsAwsjson10_deserializeErrorMoved(response)\n"
	write(t, newer, "deserializers.go", strings.Replace(decoders, moved, "", 1)) // the service has it, the operation does not

	const smithy = "github.com/aws/smithy-go"
	fixtures := ruletest.Fixtures(t)
	sums, version := "", ""
	for line := range strings.Lines(read(t, filepath.Join(fixtures, "go.sum"))) {
		if strings.HasPrefix(line, smithy+" ") {
			sums += line
			version = strings.TrimSuffix(strings.Fields(line)[1], "/go.mod")
		}
	}
	write(t, dir, "go.sum", sums)
	write(t, dir, "go.mod", "module example.com/m\n\ngo 1.26\n\nrequire (\n"+fakePath+" v1.0.0\n"+smithy+" "+version+"\n)\n\nreplace "+fakePath+" => ./fake\n")
	write(t, dir, "m.go", `package m

import (
	"context"
	"errors"

	"github.com/aws/aws-sdk-go-v2/service/fake"
	"github.com/aws/aws-sdk-go-v2/service/fake/types"
	"github.com/aws/smithy-go"
)

func types_(ctx context.Context, c *fake.Client) bool {
	_, err := c.Get(ctx, nil)
	_, gone := errors.AsType[*types.Gone](err) // with fake v1.1.0, there is no *types.Gone, so this does not compile
	_, moved := errors.AsType[*types.Moved](err) // with fake v1.1.0, fake.Get never returns *types.Moved; remove this match
	_, renamed := errors.AsType[*types.Renamed](err)
	return gone || moved || renamed
}

func codes(ctx context.Context, c *fake.Client) bool {
	_, err := c.Get(ctx, nil)
	apiErr, ok := errors.AsType[smithy.APIError](err)
	return ok && (apiErr.ErrorCode() == "OldCode" || // with fake v1.1.0, the code of *types.Renamed is "NewCode", not "OldCode"; match the type
		apiErr.ErrorCode() == "AccessDenied" || // with fake v1.1.0, access denied has the code "AccessDeniedException", not "AccessDenied"; compare with both
		apiErr.ErrorCode() == "Same" || apiErr.ErrorCode() == "Gained" || apiErr.ErrorCode() == "Throttling")
}

func generic(ctx context.Context, c *fake.Client) bool {
	_, err := c.Get(ctx, nil)
	var e *smithy.GenericAPIError
	return errors.As(err, &e) && (e.Code == "Gained" || // with fake v1.1.0, fake.Get has a type for the code "Gained", so *smithy.GenericAPIError no longer has it; match smithy.APIError
		e.Code == "Throttling")
}

func anyGeneric(ctx context.Context, c *fake.Client) error {
	_, err := c.Get(ctx, nil)
	if e, ok := errors.AsType[*smithy.GenericAPIError](err); ok { // with fake v1.1.0, fake.Get has types for 1 more error, which *smithy.GenericAPIError no longer matches; match smithy.APIError
		return e
	}
	return nil
}

func compares(ctx context.Context, c *fake.Client) bool {
	_, err := c.Get(ctx, nil)
	var e, f *smithy.GenericAPIError
	errors.As(err, &e)
	if e != nil && e.Code == "Throttling" {
		return true
	}
	if errors.As(err, &f) {
		switch f.ErrorCode() {
		case "Throttling":
			return true
		}
	}
	return false
}

func Unknown(err error) bool {
	_, gone := errors.AsType[*types.Gone](err)
	return gone
}

func Elsewhere(ctx context.Context, c *fake.Client, other error) bool {
	_, err := c.Get(ctx, nil)
	if err == nil {
		err = other
	}
	_, moved := errors.AsType[*types.Moved](err)
	return moved
}
`)
	up, err := model.Load(newer)
	if err != nil {
		t.Fatal(err)
	}
	rule := upgrade.New(func(old *model.Service) *model.Service {
		if old.Name != "fake" {
			t.Errorf("asked for %s", old.Name)
		}
		return up
	})
	res := ruletest.Analyze(t, dir, []*analysis.Analyzer{rule.Analyzer}, "./...")
	for _, p := range res.Problems {
		t.Error(p)
	}
	got := make(map[int]string)
	for _, d := range res.Diagnostics {
		got[d.Position.Line] += d.Message
	}
	line := 0
	for text := range strings.Lines(read(t, filepath.Join(dir, "m.go"))) {
		line++
		_, want, _ := strings.Cut(strings.TrimSuffix(text, "\n"), " // ")
		if got[line] != want {
			t.Errorf("line %d:\n got %s\nwant %s", line, got[line], want)
		}
	}
	if same := ruletest.Analyze(t, dir, []*analysis.Analyzer{upgrade.New(func(*model.Service) *model.Service { return nil }).Analyzer}, "./..."); len(same.Diagnostics) > 0 {
		t.Errorf("without a newer version: %v", same.Diagnostics)
	}
}

func read(t *testing.T, file string) string {
	t.Helper()
	content, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return string(content)
}

func write(t *testing.T, dir, name, content string) {
	t.Helper()
	file := filepath.Join(dir, name)
	if err := os.MkdirAll(filepath.Dir(file), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, []byte(content), 0o666); err != nil {
		t.Fatal(err)
	}
}
