package awspath_test

import (
	"go/scanner"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/awserrlint/awserrlint/internal/awspath"
)

func TestPaths(t *testing.T) {
	const v1, v2 = "github.com/aws/aws-sdk-go", "github.com/aws/aws-sdk-go-v2"
	for _, tt := range []struct {
		path       string
		sdk        bool
		generation int
		typesOf    string
		feature    bool
	}{
		{path: "github.com/aws/aws-sdk-go-v2", sdk: true},
		{path: "github.com/aws/aws-sdk-go", sdk: true},
		{path: "github.com/aws/smithy-go", sdk: true},
		{path: "github.com/aws/smithy-go/transport/http", sdk: true},
		{path: "github.com/aws/aws-lambda-go/events", sdk: true},
		{path: v2 + "/service/s3", sdk: true, generation: 2},
		{path: v2 + "/service/s3/types", sdk: true, typesOf: v2 + "/service/s3"},
		{path: v2 + "/service/internal/checksum", sdk: true},
		{path: v1 + "/service/s3", sdk: true, generation: 1},
		{path: v1 + "/service/s3/s3manager", sdk: true, feature: true},
		{path: v1 + "/service/s3/s3iface", sdk: true},
		{path: v2 + "/config", sdk: true, feature: true},
		{path: v2 + "/feature/s3/manager", sdk: true, feature: true},
		{path: "github.com/aws/aws-sdk-go-v3"},
		{path: "github.com/aws/aws-cdk-go/awscdk"},
		{path: "github.com/aws/aws-lambda-go-api-proxy"},
		{path: "example.com/github.com/aws/smithy-go"},
		{path: "errors"},
		{path: ""},
	} {
		if got := awspath.IsSDK(tt.path); got != tt.sdk {
			t.Errorf("IsSDK(%q) = %t", tt.path, got)
		}
		if got := awspath.Generation(tt.path); got != tt.generation {
			t.Errorf("Generation(%q) = %d, want %d", tt.path, got, tt.generation)
		}
		if got, ok := awspath.ServiceOfTypes(tt.path); ok != (tt.typesOf != "") || ok && got != tt.typesOf {
			t.Errorf("ServiceOfTypes(%q) = %q, %t, want %q", tt.path, got, ok, tt.typesOf)
		}
		if got := awspath.IsFeature(tt.path); got != tt.feature {
			t.Errorf("IsFeature(%q) = %t", tt.path, got)
		}
	}
}

// TestOnlyHere checks that no other package has the path of a package of AWS as a literal.
func TestOnlyHere(t *testing.T) {
	const module = "../.."
	err := filepath.WalkDir(module, func(name string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir():
			_, err := os.Stat(filepath.Join(name, "go.mod"))
			if d.Name() == "testdata" || d.Name() == ".git" || name == filepath.Join(module, "internal/awspath") || err == nil && name != module {
				return filepath.SkipDir
			}
			return nil
		case !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go"):
			return nil
		}
		src, err := os.ReadFile(name)
		if err != nil {
			return err
		}
		fset := token.NewFileSet()
		var s scanner.Scanner
		s.Init(fset.AddFile(name, -1, len(src)), src, nil, 0)
		for pos, tok, lit := s.Scan(); tok != token.EOF; pos, tok, lit = s.Scan() {
			if tok == token.STRING && strings.Contains(lit, "github.com/aws/") {
				t.Errorf("%s: %s: use the names of internal/awspath", fset.Position(pos), lit)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}
