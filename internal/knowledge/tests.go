package knowledge

import (
	"slices"
	"strings"

	"github.com/awserrlint/awserrlint/internal/awspath"
)

// What is a test is asked in three ways: of files, by the rule of the go command and by
// habit; of packages, by habit and by what they import; and of types.

// IsTestFile reports whether the go command takes the file called name, with or without its
// folder, for a test.
func IsTestFile(name string) bool { return strings.HasSuffix(name, "_test.go") }

// ServesTests reports whether the file called name, without its folder, holds tests, or a
// mock or fake that tests use.
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

// testLibraries are what only tests and their parts import, with the packages below.
//
// Source: the documentation of each package.
var testLibraries = []string{
	"testing", "net/http/httptest", "github.com/stretchr/testify", "go.uber.org/mock", "github.com/golang/mock",
	"github.com/onsi/ginkgo", "github.com/onsi/gomega", awspath.SmithyTesting,
}

// IsTestLibrary reports whether a file that imports path is a part of tests.
func IsTestLibrary(path string) bool {
	return slices.ContainsFunc(testLibraries, func(lib string) bool { return awspath.Within(path, lib) })
}

// testFolders are names of folders and packages that hold tests and what they need.
var testFolders = []string{
	"mock", "mocks", "fake", "fakes", "stub", "stubs", "testing",
	"testutil", "testutils", "testhelper", "testhelpers", "testtools", "testlib", "test_utils", "test_helpers",
}

// IsTestPackage reports whether all of the package called name at path only serves tests.
func IsTestPackage(path, name string) bool {
	for elem := range strings.SplitSeq(path+"/"+name, "/") {
		if slices.Contains(testFolders, elem) {
			return true
		}
	}
	// s3mock, mocks3. "stub" is no such part: gRPC calls its clients stubs.
	for _, kind := range []string{"mock", "mocks", "fake", "fakes"} {
		if strings.HasPrefix(name, kind) || strings.HasSuffix(name, kind) {
			return true
		}
	}
	return false
}

// IsFake reports whether the type called name is a mock, a fake or a stub. Of a type even
// the middle of the name counts: apiMockS3.
func IsFake(name string) bool {
	name = strings.ToLower(name)
	return strings.Contains(name, "mock") || strings.Contains(name, "fake") || strings.Contains(name, "stub")
}
