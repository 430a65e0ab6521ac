package remedy_test

import (
	"go/types"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/awserrlint/awserrlint/internal/awspath"
	"github.com/awserrlint/awserrlint/internal/awssdk"
	"github.com/awserrlint/awserrlint/internal/awssdk/model"
	"github.com/awserrlint/awserrlint/internal/errflow"
	"github.com/awserrlint/awserrlint/internal/remedy"
	"github.com/awserrlint/awserrlint/internal/ruletest"
	"github.com/awserrlint/awserrlint/internal/ssaflow"
)

// sdk holds the folders of service packages that the fixtures compile against, by name.
type sdk map[string]string

func openSDK(t *testing.T) sdk {
	t.Helper()
	cmd := exec.Command("go", "list", "-f", "{{.Name}} {{.Dir}}")
	for _, name := range []string{"dynamodb", "ec2", "iam", "lambda", "s3", "sns", "sqs"} {
		cmd.Args = append(cmd.Args, awspath.Services+"/"+name)
	}
	cmd.Dir = ruletest.Fixtures(t)
	out, err := cmd.Output()
	if err != nil {
		t.Fatal(err)
	}
	folders := make(sdk)
	for line := range strings.Lines(string(out)) {
		name, dir, _ := strings.Cut(strings.TrimSpace(line), " ")
		folders[name] = dir
	}
	return folders
}

// operations returns those that an error comes from: "s3.GetObject", or several with commas between
// them. Words before the name of an operation say what it is instead of a call of a client:
// "presign s3.GetObject", "feature manager.Uploader.Upload", "v1 s3.GetObject". "elsewhere" stands
// for any other error.
func (folders sdk) operations(t *testing.T, list string, imports ...*types.Package) remedy.Operations {
	t.Helper()
	forms := map[string]awssdk.Form{
		"presign": awssdk.Presign, "paginator": awssdk.Paginator, "waiter": awssdk.Waiter, "feature": awssdk.Feature, "config": awssdk.Config,
	}
	var o errflow.Origins
	for item := range strings.SplitSeq(list, ", ") {
		if item == "elsewhere" {
			o.Unknown = true
			continue
		}
		words := strings.Fields(item)
		service, name, ok := strings.Cut(words[len(words)-1], ".")
		if !ok {
			t.Fatalf("%q is no operation", item)
		}
		origin := errflow.Origin{Package: awspath.Services + "/" + service, Service: service, Name: name, Generation: 2}
		for _, word := range words[:len(words)-1] {
			if word == "v1" {
				origin.Generation = 1
			} else {
				origin.Form = forms[word]
			}
		}
		switch {
		case origin.Form == awssdk.Feature:
			origin.File = filepath.Join(folders["s3"], "api_client.go")
		case folders[service] != "":
			origin.File = filepath.Join(folders[service], "api_client.go")
		}
		o.Ops = append(o.Ops, origin)
	}
	pkg := types.NewPackage("example.com/shop", "shop")
	pkg.SetImports(imports)
	return remedy.Of(&errflow.Package{Program: &ssaflow.Program{Types: pkg}}, o, func(_, name string) string { return name })
}

// services opens service packages by name.
func (folders sdk) services(t *testing.T, names ...string) []*model.Service {
	t.Helper()
	var all []*model.Service
	for _, name := range names {
		svc, err := model.Load(folders[name])
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, svc)
	}
	return all
}

// TestComplete asks whether all is known of what an error can be.
func TestComplete(t *testing.T) {
	sdk := openSDK(t)
	for _, tt := range []struct {
		question, ops string
		want          bool
	}{
		{"one operation", "s3.GetObject", true},
		{"two services", "s3.GetObject, sqs.SendMessage", true},
		{"a waiter", "waiter s3.HeadBucket", true},
		{"a paginator", "paginator s3.ListObjectsV2", true},
		{"a presigned call", "presign s3.GetObject", true},
		{"a function that performs operations", "feature manager.Uploader.Upload", true},
		{"another function of a feature package", "feature manager.GetBucketRegion", false},
		{"configuration", "config config.LoadDefaultConfig", false},
		{"one operation and configuration", "s3.GetObject, config config.LoadDefaultConfig", false},
		{"one operation and another error", "s3.GetObject, elsewhere", false},
		{"a service without source", "glue.GetTable", false},
		{"an operation that the service does not have", "s3.GetTable", false},
		{"SDK v1", "v1 s3.GetObject", false},
	} {
		if have := sdk.operations(t, tt.ops).Complete(); have != tt.want {
			t.Errorf("%s: %s: %v, want %v", tt.question, tt.ops, have, tt.want)
		}
	}
}
