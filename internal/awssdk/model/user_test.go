package model_test

import (
	"encoding/json"
	"os/exec"
	"strings"
	"testing"

	"github.com/awserrlint/awserrlint/internal/awssdk/model"
)

func TestAsksUser(t *testing.T) {
	for _, modfile := range []string{"go.mod", "old.mod"} {
		for _, test := range []struct {
			service, operation string
			want               bool
		}{
			{"sts", "AssumeRoleWithWebIdentity", true},
			{"sts", "AssumeRole", false},
			{"iam", "CreateLoginProfile", true},
			{"iam", "CreateUser", false},
			{"dynamodb", "GetItem", false},
			{"s3", "GetObject", false},
		} {
			dir := goCommand(t, modfile, nil, "list", "-f", "{{.Dir}}", "github.com/aws/aws-sdk-go-v2/service/"+test.service)
			s, err := model.Load(strings.TrimSpace(string(dir)))
			if err != nil {
				t.Fatal(err)
			}
			if got := s.AsksUser(test.operation); got != test.want {
				t.Errorf("%s: %s.%s: got %t", modfile, test.service, test.operation, got)
			}
		}
	}
}

// TestAsksUserWithoutSchemes has a version in which operations say for themselves whether requests are signed.
func TestAsksUserWithoutSchemes(t *testing.T) {
	cmd := exec.Command("go", "mod", "download", "-json", "github.com/aws/aws-sdk-go-v2/service/sts@v1.16.19")
	cmd.Dir = t.TempDir()
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("%v: %v", cmd, err)
	}
	var module struct{ Dir string }
	if err := json.Unmarshal(out, &module); err != nil {
		t.Fatal(err)
	}
	s, err := model.Load(module.Dir)
	if err != nil {
		t.Fatal(err)
	}
	for operation, want := range map[string]bool{"AssumeRoleWithWebIdentity": true, "AssumeRoleWithSAML": true, "AssumeRole": false, "GetCallerIdentity": false} {
		if got := s.AsksUser(operation); got != want {
			t.Errorf("%s: got %t", operation, got)
		}
	}
}
