package main

import (
	_ "embed"
	"errors"
	"fmt"
	"go/format"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"text/template"

	"github.com/awserrlint/awserrlint/internal/tools/checkout"
)

// A moduleSize is how many packages a generated module has, and how many of them use AWS.
type moduleSize struct{ packages, aws int }

// moduleSizes are the generated modules that are measured unless others are asked for. What the first one
// takes is what the others are compared with. In the second one it has a thousand neighbours without AWS.
var moduleSizes = []moduleSize{
	{1, 1}, {1001, 1}, {10, 1}, {10, 10}, {100, 1}, {100, 10}, {100, 100}, {1000, 10}, {1000, 100}, {1000, 1000},
}

// parseSize parses N,SHARE: the number of packages, and the percentage of them that use AWS. At least
// one does.
func parseSize(text string) (moduleSize, error) {
	number, percent, _ := strings.Cut(text, ",")
	n, err1 := strconv.Atoi(number)
	share, err2 := strconv.ParseFloat(percent, 64)
	if err1 != nil || err2 != nil || n < 1 || !(share >= 0 && share <= 100) { // NaN is neither
		return moduleSize{}, errors.New("want N,SHARE: the number of packages, and how many percent of them use AWS")
	}
	return moduleSize{n, max(1, int(float64(n)*share/100+0.5))}, nil
}

func (s moduleSize) String() string {
	return fmt.Sprintf("%d packages, %d with AWS", s.packages, s.aws)
}

//go:embed generate_aws.tmpl
var awsText string

//go:embed generate_plain.tmpl
var plainText string

var (
	awsTemplate   = template.Must(template.New("aws").Parse(awsText))
	plainTemplate = template.Must(template.New("plain").Parse(plainText))
)

// generateModule writes a module to the empty folder dir. It requires what the module in the folder
// requires requires, among that the SDK. Packages with AWS import others with AWS, those without
// AWS import others without, so that the neighbours of a package with AWS stay what they are.
func generateModule(dir, requires string, size moduleSize) error {
	files, err := checkout.Requires(requires, "example.com/generated")
	if err == nil {
		err = checkout.WriteFiles(dir, files)
	}
	if err != nil {
		return err
	}
	for i := range size.aws {
		if err := generatePackage(dir, awsTemplate, "aws", i); err != nil {
			return err
		}
	}
	for i := range size.packages - size.aws {
		if err := generatePackage(dir, plainTemplate, "plain", i); err != nil {
			return err
		}
	}
	return nil
}

// generatePackage writes package number i of those that are made from t. It imports up to two of
// those before it, so that packages form a graph of logarithmic depth.
func generatePackage(dir string, t *template.Template, kind string, i int) error {
	name := func(i int) string { return fmt.Sprintf("%s%04d", kind, i) }
	data := struct {
		Name    string
		Imports []string
	}{Name: name(i)}
	if i > 0 {
		data.Imports = slices.Compact([]string{name((i - 1) / 3), name((i - 1) / 2)})
	}
	var b strings.Builder
	if err := t.Execute(&b, data); err != nil {
		return err
	}
	text, err := format.Source([]byte(b.String()))
	if err != nil {
		return err
	}
	folder := filepath.Join(dir, data.Name)
	if err := os.Mkdir(folder, 0o777); err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(folder, "orders.go"), text, 0o666)
}
