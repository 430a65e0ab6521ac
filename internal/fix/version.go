package fix

import "go/version"

// AtLeast reports whether the file may use what came with the version of Go, such as
// "go1.26".
func (e *Editor) AtLeast(v string) bool {
	have := e.pass.TypesInfo.FileVersions[e.file]
	return have == "" || version.Compare(have, v) >= 0
}
