package knowledge

import (
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/awserrlint/awserrlint/internal/awspath"
)

// Three kinds of things can be tests: files, by the rule of the go command or by convention;
// packages, by convention or by their imports; and types, by convention.

// IsTestFile reports whether the file called name, with or without its folder, is a test for the go
// command.
func IsTestFile(name string) bool { return strings.HasSuffix(name, "_test.go") }

// ServesTests reports whether the file called name, without its folder, has tests or mocks, fakes
// and stubs for tests.
func ServesTests(name string) bool {
	name = strings.TrimSuffix(name, ".go")
	if strings.HasSuffix(name, "_test") {
		return true
	}
	for _, kind := range []string{"mock", "mocks", "fake", "fakes", "stub", "stubs"} {
		if name == kind || strings.HasPrefix(name, kind+"_") || strings.HasSuffix(name, "_"+kind) {
			return true
		}
	}
	return false
}

// testLibraries are packages, including those below them, that only tests and their helpers import.
// net/http/httptest is none of them: adapters for Lambda record responses with it.
//
// Source: the documentation of each package.
var testLibraries = []string{
	"testing", "github.com/stretchr/testify", "go.uber.org/mock", "github.com/golang/mock",
	"github.com/onsi/ginkgo", "github.com/onsi/gomega", awspath.SmithyTesting,
}

// IsTestLibrary reports whether only files for tests import path.
func IsTestLibrary(path string) bool {
	return slices.ContainsFunc(testLibraries, func(lib string) bool { return awspath.Within(path, lib) })
}

// testFolders are names of folders and packages for tests.
//
// Source: folders of Kubernetes, Karpenter, Cluster API and other programs that use AWS.
var testFolders = []string{
	"mock", "mocks", "fake", "fakes", "stub", "stubs", "testing", "test", "tests", "e2e", "e2etest", "e2etests", "integrationtest", "integrationtests",
	"testutil", "testutils", "testhelper", "testhelpers", "testtools", "testlib", "test_utils", "test_helpers",
}

// IsTestPackage reports whether the package of pass is only for tests. Its module may have any name.
func IsTestPackage(pass *analysis.Pass) bool {
	path, name := pass.Pkg.Path(), pass.Pkg.Name()
	if pass.Module != nil && awspath.Within(path, pass.Module.Path) {
		path = path[len(pass.Module.Path):]
	}
	for elem := range strings.SplitSeq(path+"/"+name, "/") {
		if slices.Contains(testFolders, elem) {
			return true
		}
	}
	if strings.HasSuffix(name, "_test") { // also in a file that the go command does not see as a test
		return true
	}
	// s3mock, mocks3. Not "stub": gRPC calls its clients stubs.
	for _, kind := range []string{"mock", "mocks", "fake", "fakes"} {
		if strings.HasPrefix(name, kind) || strings.HasSuffix(name, kind) {
			return true
		}
	}
	return false
}

// IsFake reports whether the type called name is a mock, a fake or a stub. Unlike for files and
// packages, the word may be in the middle: apiMockS3.
func IsFake(name string) bool {
	name = strings.ToLower(name)
	return strings.Contains(name, "mock") || strings.Contains(name, "fake") || strings.Contains(name, "stub")
}
