package errorscmd_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/awserrlint/awserrlint/internal/errorscmd"
)

// clients is a module that requires some services.
const clients = "../awssdk/model/testdata/clients"

func run(args ...string) (code int, stdout, stderr string) {
	var out, errOut strings.Builder
	code = errorscmd.Run(args, &out, &errOut)
	return code, out.String(), errOut.String()
}

func TestTable(t *testing.T) {
	t.Setenv("GOWORK", "off")
	for _, test := range []struct{ arg, want string }{
		{"s3.HeadObject", `s3.HeadObject in github.com/aws/aws-sdk-go-v2/service/s3 v1.114.8 (rest-xml), errors resolve per operation

TYPE             CODE      STATUS  FAULT   RETRIED
*types.NotFound  NotFound  404     client  no

Access denied has the code Forbidden.
The answer has no body: the code is the text of the HTTP status without its spaces.
Every other code is a *smithy.GenericAPIError; smithy.APIError matches all of them.
`},
		{"S3.ListParts", `s3.ListParts in github.com/aws/aws-sdk-go-v2/service/s3 v1.114.8 (rest-xml), errors resolve per operation

No error is modelled: every error is a *smithy.GenericAPIError.

Access denied has the code AccessDenied.
Every other code is a *smithy.GenericAPIError; smithy.APIError matches all of them.
`},
		{"iam.GetRole", `iam.GetRole in github.com/aws/aws-sdk-go-v2/service/iam v1.64.8 (query), errors resolve per operation

TYPE                            CODE            STATUS  FAULT   RETRIED
*types.NoSuchEntityException    NoSuchEntity    -       client  no
*types.ServiceFailureException  ServiceFailure  -       server  yes

Access denied has the code AccessDenied.
Every other code is a *smithy.GenericAPIError; smithy.APIError matches all of them.
`},
	} {
		code, stdout, stderr := run("-C", clients, test.arg)
		if code != 0 || stderr != "" || stdout != test.want {
			t.Errorf("%s: code %d\nstderr: %s\n got %s\nwant %s", test.arg, code, stderr, stdout, test.want)
		}
	}
}

func TestJSON(t *testing.T) {
	t.Setenv("GOWORK", "off")
	code, stdout, stderr := run("sqs.GetQueueUrl", "-json", "-C", clients)
	if code != 0 || stderr != "" {
		t.Fatalf("code %d: %s", code, stderr)
	}
	var got struct {
		Service, Operation, Package, Version, Protocol, Decoder string
		AccessDenied                                            struct{ Code string }
		Errors                                                  []struct {
			Type, Code, DefaultCode, Fault string
			WireCodes                      []string
			Status                         int
		}
	}
	if err := json.Unmarshal([]byte(stdout), &got); err != nil {
		t.Fatal(err)
	}
	if got.Service != "sqs" || got.Operation != "GetQueueUrl" || got.Package != "github.com/aws/aws-sdk-go-v2/service/sqs" ||
		got.Version != "v1.52.10" || got.Protocol != "json-1.0" || got.Decoder != "service-wide" || got.AccessDenied.Code != "AccessDenied" {
		t.Errorf("got %+v", got)
	}
	for _, e := range got.Errors {
		if e.Type == "QueueDoesNotExist" {
			if e.Code != "AWS.SimpleQueueService.NonExistentQueue" || e.DefaultCode != "QueueDoesNotExist" || e.Status != 400 || e.Fault != "client" {
				t.Errorf("got %+v", e)
			}
			return
		}
	}
	t.Errorf("no QueueDoesNotExist in %s", stdout)
}

// TestService asks for a whole service: a fake one, replaced in go.mod.
func TestService(t *testing.T) {
	t.Setenv("GOWORK", "off")
	t.Setenv("GOFLAGS", "-mod=mod")
	dir := writeFake(t, `var DefaultRetryableErrorCodes = map[string]struct{}{"RequestTimeout": {}}

var DefaultThrottleErrorCodes = map[string]struct{}{"Throttling": {}}
`)

	code, stdout, stderr := run("fake", "-C", dir)
	const want = `fake in github.com/aws/aws-sdk-go-v2/service/fake v1.2.3 (json-1.0), errors resolve per operation

TYPE           CODE      STATUS  FAULT   RETRIED  OPERATIONS
*types.Gone    Gone *    -       client  no       A, B, C and 2 more
*types.Unused  Unused *  -       server  yes      -

Each of the 5 operations can return Gone, and besides:

OPERATION  ERRORS
A          -
B          -
C          -
D          -
E          -

* or another code, which the service sends in the header X-Amzn-Query-Error.
Access denied has the code AccessDenied.
Every other code is a *smithy.GenericAPIError; smithy.APIError matches all of them.
`
	if code != 0 || stderr != "" || stdout != want {
		t.Errorf("code %d\nstderr: %s\n got %s\nwant %s", code, stderr, stdout, want)
	}
}

func TestRefusals(t *testing.T) {
	t.Setenv("GOWORK", "off")
	noModule, noSDK := t.TempDir(), t.TempDir()
	write(t, noSDK, "go.mod", "module main\n\ngo 1.26\n")
	for _, test := range []struct {
		name string
		args []string
		want string // in stderr
	}{
		{"operation", []string{"-C", clients, "iam.GetRol"}, "iam.GetRol: no such operation; did you mean iam.GetRole?"},
		{"operation in other case", []string{"-C", clients, "s3.headobject"}, "did you mean s3.HeadObject?"},
		{"far operation", []string{"-C", clients, "s3.Frobnicate"}, "s3.Frobnicate: no such operation\n"},
		{"service", []string{"-C", clients, "lamda.Invoke"}, "this module does not use service lamda; did you mean lambda?"},
		{"other service", []string{"-C", clients, "rds"}, "this module does not use service rds; to get it: go get github.com/aws/aws-sdk-go-v2/service/rds\n"},
		{"module without SDK", []string{"-C", noSDK, "s3"}, "to get it: go get github.com/aws/aws-sdk-go-v2/service/s3\n"},
		{"no module", []string{"-C", noModule, "s3"}, "go mod init example && go get github.com/aws/aws-sdk-go-v2/service/s3\n"},
		{"no folder", []string{"-C", filepath.Join(noModule, "none"), "s3"}, "no such file or directory"},
		{"no name", []string{"-C", clients, "../s3"}, "is no name of a service package"},
		{"no argument", nil, "usage: awserrlint errors"},
		{"two arguments", []string{"s3", "iam"}, "usage: awserrlint errors"},
		{"unknown flag", []string{"-yaml", "s3"}, "flag provided but not defined"},
	} {
		t.Run(test.name, func(t *testing.T) {
			code, stdout, stderr := run(test.args...)
			if code != 2 || stdout != "" || !strings.Contains(stderr, test.want) {
				t.Errorf("code %d\nstdout: %s\nstderr: %s\nwant in stderr: %s", code, stdout, stderr, test.want)
			}
		})
	}
}

func TestHelp(t *testing.T) {
	code, _, stderr := run("-h")
	if code != 0 || !strings.Contains(stderr, "usage: awserrlint errors") {
		t.Errorf("code %d: %s", code, stderr)
	}
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

// writeFake writes a module that requires a service package called fake, and an SDK whose retryer has the tables codes.
// It returns the folder.
func writeFake(t *testing.T, codes string) string {
	t.Helper()
	dir := t.TempDir()
	const path = "github.com/aws/aws-sdk-go-v2/service/fake"
	const sdk = "github.com/aws/aws-sdk-go-v2"
	write(t, dir, "go.mod", "module main\n\ngo 1.26\n\nrequire (\n"+path+" v1.2.3\n"+sdk+" v1.2.3\n)\n\nreplace (\n"+path+" => ./fake\n"+sdk+" => ./sdk\n)\n")
	write(t, dir, "sdk/go.mod", "module "+sdk+"\n\ngo 1.26\n")
	write(t, dir, "sdk/aws/retry/standard.go", `package retry

var DefaultRetryableHTTPStatusCodes = map[int]struct{}{500: {}}

`+codes)
	write(t, dir, "fake/go.mod", "module "+path+"\n\ngo 1.26\n")
	write(t, dir, "fake/go_module_metadata.go", "package fake\n\nconst goModuleVersion = \"1.2.3\"\n")
	write(t, dir, "fake/api_client.go", "package fake\n")
	write(t, dir, "fake/types/errors.go", `package types

func (e *Gone) ErrorCode() string { return "Gone" }
func (e *Gone) ErrorFault() smithy.ErrorFault { return smithy.FaultClient }
func (e *Unused) ErrorCode() string { return "Unused" }
func (e *Unused) ErrorFault() smithy.ErrorFault { return smithy.FaultServer }
`)
	decoders := "package fake\n\ntype awsAwsjson10_deserializeOpA struct{}\n"
	for _, op := range []string{"A", "B", "C", "D", "E"} {
		write(t, dir, "fake/api_op_"+op+".go", "package fake\n")
		decoders += "\nfunc awsAwsjson10_deserializeOpError" + op + `(response *Response) error {
	switch {
	case strings.EqualFold("Gone", errorCode):
		return awsAwsjson10_deserializeErrorGone(response)
	default:
		getAwsQueryErrorCode(response)
	}
}
`
	}
	write(t, dir, "fake/deserializers.go", decoders)
	return dir
}
