package main

import (
	"bytes"
	"os/exec"
	"strings"
	"testing"
)

// TestGenerateModule demands that a generated module passes go vet, has the packages it should, and
// that those without AWS do not reach it.
func TestGenerateModule(t *testing.T) {
	dir := t.TempDir()
	size := moduleSize{packages: 9, aws: 4}
	if err := generateModule(dir, "../../../examples/orders", size); err != nil {
		t.Fatal(err)
	}
	run := func(args ...string) string {
		t.Helper()
		cmd := exec.Command("go", args...)
		cmd.Dir = dir
		var stderr bytes.Buffer
		cmd.Stderr = &stderr
		out, err := cmd.Output()
		if err != nil {
			t.Fatalf("go %s: %v\n%s", strings.Join(args, " "), err, &stderr)
		}
		return string(out)
	}
	run("vet", "./...")
	have := moduleSize{}
	imports := 0
	for line := range strings.Lines(run("list", "-f", "{{.Name}} {{join .Deps \" \"}}", "./...")) {
		have.packages++
		aws := strings.Contains(line, "aws-sdk-go-v2/service/s3 ")
		if aws {
			have.aws++
		}
		if aws != strings.HasPrefix(line, "aws") {
			t.Errorf("%.20s... reaches AWS: %v", line, aws)
		}
		imports += strings.Count(line, "example.com/generated/")
	}
	if have != size {
		t.Errorf("have %s, want %s", have, size)
	}
	if imports == 0 {
		t.Error("no package imports another one")
	}
}

func TestParseSize(t *testing.T) {
	for text, want := range map[string]moduleSize{
		"1000,10": {1000, 100}, "10,1": {10, 1}, "1001,0.1": {1001, 1}, "5,100": {5, 5}, "7,0": {7, 1},
	} {
		if have, err := parseSize(text); have != want || err != nil {
			t.Errorf("%s is %v, %v; want %v", text, have, err, want)
		}
	}
	for _, bad := range []string{"", "10", "0,10", "10,101", "10,-1", "a,b", "10,1x", "10,1,1", "10,NaN"} {
		if have, err := parseSize(bad); err == nil {
			t.Errorf("%q is %v", bad, have)
		}
	}
}
