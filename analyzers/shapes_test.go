package analyzers_test

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/awserrlint/awserrlint/analyzers"
	"github.com/awserrlint/awserrlint/internal/ruletest"
)

// A shape is a function around statements.
type shape struct {
	name    string
	head    string // NAME is the function's name
	returns string // what it returns; VALUE is the error
	tail    string
	started bool // as a Lambda handler
}

var shapes = []shape{
	{"none", "func NAME(ctx context.Context) {", "", "}", true},
	{"error", "func NAME(ctx context.Context) error {", "VALUE", "}", true},
	{"two", "func NAME(ctx context.Context) (string, error) {", `"", VALUE`, "}", true},
	{"named", "func NAME(ctx context.Context) (failed error) {", "", "}", true},
	{"both", "func NAME(ctx context.Context) (count int, failed error) {", "", "}", true},
	{"answer", "func NAME(ctx context.Context) bool {", "false", "}", false},
	{"answered", "func NAME(ctx context.Context) (yes bool) {", "", "}", false},
	{"found", "func NAME(ctx context.Context) (string, bool) {", `"", false`, "}", false},
	{"method", "func (shop) NAME(ctx context.Context) {", "", "}", false},
	{"generic", "func NAME[T any](ctx context.Context, t T) {", "", "}", false},
	{"variable", "var NAME = func(ctx context.Context) {", "", "}", true},
	{"initialized", "var NAME = func() int {\nctx := context.Background()", "0", "}()", false},
	{"init", "func init() {\nctx := context.Background()", "", "}", false},
	{"spawned", "func NAME(ctx context.Context) {\ngo func() {", "", "}()\n}", true},
	{"deferred", "func NAME(ctx context.Context) error {\ndefer func() {", "", "}()\nreturn nil\n}", true},
	{"ranged", "func NAME(ctx context.Context) error {\nfor range rounds {", "VALUE", "}\nreturn nil\n}", true},
	{"queue", "func NAME(ctx context.Context, event events.SQSEvent) (events.SQSEventResponse, error) {\nfor range event.Records {",
		"events.SQSEventResponse{}, VALUE", "}\nreturn events.SQSEventResponse{}, nil\n}", true},
	{"topic", "func NAME(ctx context.Context, event events.SNSEvent) error {\nfor range event.Records {", "VALUE", "}\nreturn nil\n}", true},
	{"upload", "func NAME(ctx context.Context, event events.S3Event) {", "", "}", true},
	{"gateway", "func NAME(ctx context.Context, in events.APIGatewayProxyRequest) (out events.APIGatewayProxyResponse, failed error) {", "", "}", true},
	{"text", "func NAME(ctx context.Context, in events.APIGatewayProxyRequest) (events.APIGatewayProxyResponse, error) {",
		"events.APIGatewayProxyResponse{StatusCode: 500, Body: errNone.Error()}, nil", "}", true},
}

// asks are more statements, as those of snippets, for functions that need not return an error.
var asks = []string{
	"var n int64\nhead, ERR DEF objects.HeadObject(ctx, nil)\nif ERR == nil {\n\tn = *head.ContentLength\n}\nuse(n)",
	"found := true\nif _, ERR DEF objects.HeadObject(ctx, nil); ERR != nil {\n\tfound = false\n}\nuse(found)",
	"_, ERR DEF objects.HeadObject(ctx, nil)\nuse(ERR == nil)",
	"_, ERR DEF objects.HeadObject(ctx, nil)\n_ = ERR == nil",
	"if _, ERR DEF objects.HeadObject(ctx, nil); ERR != nil {\n}",
	"for range 3 {\n\tif _, ERR DEF objects.HeadObject(ctx, nil); ERR == nil {\n\t\tbreak\n\t}\n}",
	"for range 3 {\n\tif _, ERR DEF objects.HeadObject(ctx, nil); ERR != nil {\n\t\tcontinue\n\t}\n\tuse(1)\n}",
	"_, ERR DEF objects.HeadObject(ctx, nil)\nif ERR != nil {\n\tuse(ERR.Error())\n\treturn ERR\n}",
	"_, ERR DEF objects.HeadObject(ctx, nil)\nif ERR != nil {\n\tlog.Fatal(ERR)\n}",
	"_, ERR DEF objects.HeadObject(ctx, nil)\nif ERR != nil {\n\tpanic(ERR)\n}",
}

var returned = regexp.MustCompile(`return (\w+)`)

// around returns a function of the shape with the statements of text.
func (s shape) around(name, text string) string {
	text = strings.NewReplacer("ERR", "err", "DEF", ":=").Replace(text)
	text = returned.ReplaceAllStringFunc(text+"\nreturn nil", func(ret string) string {
		value := returned.FindStringSubmatch(ret)[1]
		ret = strings.TrimSpace("return " + strings.ReplaceAll(s.returns, "VALUE", value))
		if value == "apiErr" { // not used elsewhere
			return "use(apiErr)\n" + ret
		}
		return ret
	})
	fn := strings.ReplaceAll(s.head, "NAME", name) + "\n" + text + "\n" + s.tail + "\n"
	if s.started {
		fn += "func init() { lambda.Start(" + name + ") }\n"
	}
	return fn
}

// TestShapes runs all rules on faults in functions of all shapes: none may expect a result that is not
// there, and none may panic.
func TestShapes(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{"go.mod", "go.sum"} {
		data, err := os.ReadFile(filepath.Join(ruletest.Fixtures(t), name))
		if err != nil {
			t.Fatal(err)
		}
		writeFile(t, filepath.Join(dir, name), string(data))
	}
	texts := append(asks, snippets...)
	for _, s := range shapes {
		src := "package " + s.name + `

import (
	"context"
	"errors"
	"iter"
	"log"
	"strings"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb"
	"github.com/aws/aws-sdk-go-v2/service/kinesis"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/aws/aws-sdk-go-v2/service/s3/types"
	"github.com/aws/aws-sdk-go-v2/service/sqs"
	"github.com/aws/smithy-go"
)

// The methods of a shop are called like those of errors and outputs, and return nothing.
type shop struct{}

func (shop) Error(v ...any) { log.Print(v...) }
func (shop) ErrorCode()     {}
func (shop) ErrorMessage()  {}
func (shop) Code()          {}
func (shop) Err()           {}
func (shop) Close()         {}
func (shop) Unwrap()        {}
func (shop) MarshalJSON()   {}

var (
	objects *s3.Client
	queues  *sqs.Client
	streams *kinesis.Client
	tables  *dynamodb.Client
	rounds  iter.Seq[int]
	errNone error
)

func use(v ...any) {
	log.Print(v, errors.Is(errNone, nil), strings.ToUpper(""), events.SQSEvent{}, lambda.Start, types.NotFound{}, smithy.OperationError{})
	s := shop{}
	s.Error(v...)
	s.ErrorCode()
	s.ErrorMessage()
	s.Code()
	s.Err()
	s.Close()
	s.Unwrap()
	s.MarshalJSON()
}

`
		for i, text := range texts {
			src += s.around(fmt.Sprintf("f%d", i), text) + "\n"
		}
		writeFile(t, filepath.Join(dir, s.name, s.name+".go"), src)
	}
	res := ruletest.Analyze(t, dir, analyzersOf(analyzers.All()), "./...")
	for _, p := range res.Problems {
		t.Errorf("does not compile: %s", p)
	}
	found := make(map[string]int)
	for _, d := range res.Diagnostics {
		found[filepath.Base(filepath.Dir(d.Position.Filename))]++
	}
	for _, s := range shapes {
		if found[s.name] < len(texts)/3 {
			t.Errorf("only %d findings in %d functions of shape %s", found[s.name], len(texts), s.name)
		}
	}
}
