package model_test

import (
	"path/filepath"
	"strings"
	"testing"

	"github.com/awserrlint/awserrlint/internal/awssdk/model"
)

func TestKeepsOnlyText(t *testing.T) {
	const known = `package transfermanager

func (d *directoryDownloader) downloadDirectory(ctx context.Context) {
	listOutput, err := d.options.S3.ListObjectsV2(ctx, &s3.ListObjectsV2Input{
		Bucket: d.in.Bucket,
	})
	if err != nil {
		d.setErr(fmt.Errorf("error when listing objects %v", err))
		break
	}
}

func (d *directoryDownloader) downloadObject(ctx context.Context) {
	err = d.failurePolicy.OnDownloadFailed(d.in, input, err)
	if err != nil {
		d.setErr(fmt.Errorf("error when downloading object %s: %v", data.key, err))
	}
}
`
	for _, test := range []struct {
		name, old, new string
		want           bool
	}{
		{"known", "", "", true},
		{"wrapped", `%s: %v"`, `%s: %w"`, false},
		{"list wrapped", `objects %v"`, `objects %w"`, false},
		{"as it is", `fmt.Errorf("error when downloading object %s: %v", data.key, err)`, "err", false},
		{"list as it is", `fmt.Errorf("error when listing objects %v", err)`, "err", false},
		{"no policy", "failurePolicy", "policy", false},
	} {
		dir := t.TempDir()
		write(t, dir, "api_op_DownloadDirectory.go", strings.Replace(known, test.old, test.new, 1))
		if have := model.KeepsOnlyText(filepath.Join(dir, "api_op_DownloadDirectory.go"), dir); have != test.want {
			t.Errorf("%s: %t", test.name, have)
		}
	}
	if model.KeepsOnlyText(filepath.Join(t.TempDir(), "none.go"), ".") {
		t.Error("of no file")
	}
}
