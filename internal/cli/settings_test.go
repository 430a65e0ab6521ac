package cli

import (
	"os"
	"path/filepath"
	"testing"
)

func TestMisspelled(t *testing.T) {
	dir := t.TempDir()
	t.Setenv("GOMODCACHE", filepath.Join(dir, "cache"))
	const sdk = "cache/github.com/aws/aws-sdk-go-v2/service/s3@v1.2.3/"
	for name, content := range map[string]string{
		sdk + "api_op_DeleteObject.go": "", sdk + "api_op_GetObject.go": "",
		"m/go.mod":        "module m\n\nrequire github.com/aws/aws-sdk-go-v2/service/s3 v1.2.3\n",
		"replaced/go.mod": "module m\n\nrequire github.com/aws/aws-sdk-go-v2/service/s3 v1.2.3\n\nreplace github.com/aws/aws-sdk-go-v2/service/s3 => ../s3\n",
	} {
		file := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(file), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(content), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	for _, test := range []struct {
		module, name, meant string
		wrong               bool
	}{
		{"m", "s3.DeleteObject", "", false},
		{"m", "s3.PresignGetObject", "", false},
		{"m", "s3.DeletObject", "; did you mean s3.DeleteObject?", true},
		{"m", "s3.Nothing", " of that service", true},
		{"m", "s3.Delet*", "", false},
		{"m", "sqs.SendMesage", "", false}, // not in use here
		{"m", "manager.Uploader.Upload", "", false},
		{"replaced", "s3.DeletObject", "", false},
	} {
		if meant, wrong := misspelled(filepath.Join(dir, test.module), test.name); meant != test.meant || wrong != test.wrong {
			t.Errorf("%s in %s: have %q, %t", test.name, test.module, meant, wrong)
		}
	}
}
