package errorscmd

import "testing"

// Handling returns the code that handles the errors of an operation.
var Handling = handling

// ServicesOf returns the folders of the services that the module of dir requires.
func ServicesOf(t *testing.T, dir string) []string {
	t.Helper()
	modules, err := modulesOf(dir)
	if err != nil {
		t.Fatal(err)
	}
	var folders []string
	for _, m := range modules {
		folders = append(folders, m.Dir)
	}
	return folders
}
