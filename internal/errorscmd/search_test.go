package errorscmd_test

import (
	"path/filepath"
	"strings"
	"testing"
)

func TestCode(t *testing.T) {
	t.Setenv("GOWORK", "off")
	for _, test := range []struct {
		code     string
		want     []string // lines, as far as they matter
		unwanted string
	}{
		{"AccessDeniedException", []string{"dynamodb  v1.73.1   smithy.APIError  all  usual for the protocol of the service: https://"}, "s3  "},
		{"NoSuchUpload", []string{
			"s3  v1.114.8  *types.NoSuchUpload  AbortMultipartUpload  operation models it",
			"s3  v1.114.8  smithy.APIError  CompleteMultipartUpload, ListParts, UploadPart, UploadPartCopy  documented by AWS: https://",
		}, "iam  "},
		{"NoSuchEntityException", []string{"iam  v1.64.8  *types.NoSuchEntityException, whose code is NoSuchEntity  "}, "s3  "},
		{"AWS.SimpleQueueService.NonExistentQueue", []string{"sqs  v1.52.10  *types.QueueDoesNotExist  all  service models it"}, "iam  "},
		{"EntityTooLarge", []string{"s3  v1.114.8  smithy.APIError  all  documented by AWS: https://"}, "iam  "},
		{"NoSuchCode", []string{"No service here models NoSuchCode, and awserrlint knows no page of AWS on which one of them sends it."}, "SERVICE"},
	} {
		code, stdout, stderr := run("-code", test.code, "-C", clients)
		words := strings.Join(strings.Fields(stdout), " ")
		if code != 0 || stderr != "" || strings.Contains(stdout, test.unwanted) {
			t.Errorf("%s: code %d, stderr %q\n%s", test.code, code, stderr, stdout)
		}
		for _, want := range test.want {
			if !strings.Contains(words, strings.Join(strings.Fields(want), " ")) {
				t.Errorf("%s: no line %q in\n%s", test.code, want, stdout)
			}
		}
		if want := "Searched: each service of the module's build list ("; !strings.Contains(stdout, want) {
			t.Errorf("%s: it does not say what was searched:\n%s", test.code, stdout)
		}
	}
}

// TestCodeInCache looks without a module, so in the newest versions in the module cache, and in a module
// whose services are not there.
func TestCodeInCache(t *testing.T) {
	t.Setenv("GOWORK", "off")
	dir, cache := t.TempDir(), t.TempDir()
	t.Setenv("GOMODCACHE", cache)
	t.Setenv("GOFLAGS", "-modcacherw")
	if code, _, stderr := run("-code", "Gone", "-C", dir); code != 2 || !strings.Contains(stderr, "no service package of SDK v2 to search in the module cache\n") {
		t.Errorf("of nothing: code %d, stderr %q", code, stderr)
	}
	for _, version := range []string{"v1.2.0", "v1.10.0"} {
		folder := filepath.Join("github.com/aws/aws-sdk-go-v2/service/fake@" + version)
		write(t, cache, folder+"/api_client.go", "package fake\n")
		write(t, cache, folder+"/types/errors.go", "package types\n\nfunc (e *Gone) ErrorCode() string { return \"Gone\" }\n")
		write(t, cache, folder+"/api_op_A.go", "package fake\n")
		write(t, cache, folder+"/deserializers.go", `package fake

type awsAwsjson10_deserializeOpA struct{}

func awsAwsjson10_deserializeOpErrorA(response *Response) error {
	switch {
	case strings.EqualFold("Gone", errorCode):
		return awsAwsjson10_deserializeErrorGone(response)
	}
}
`)
	}
	code, stdout, stderr := run("-code", "Gone", "-C", dir)
	const want = `Gone

SERVICE  VERSION  MATCH        OPERATIONS  WHY
fake     v1.10.0  *types.Gone  A           operation models it

Searched: each service in the module cache, in its newest version, since there is no Go module in this folder (1): fake@v1.10.0.
Services send codes that neither their models nor these pages have.
`
	if code != 0 || stderr != "" || stdout != want {
		t.Errorf("code %d\nstderr: %s\n got %s\nwant %s", code, stderr, stdout, want)
	}
}
