package checkout

import (
	"os"
	"path/filepath"

	"golang.org/x/mod/modfile"
)

// Requires returns go.mod and go.sum of a module called modulePath that requires what the module in the folder dir requires.
func Requires(dir, modulePath string) (files map[string][]byte, err error) {
	files = make(map[string][]byte)
	for _, name := range []string{"go.mod", "go.sum"} {
		if files[name], err = os.ReadFile(filepath.Join(dir, name)); err != nil {
			return nil, err
		}
	}
	gomod, err := modfile.Parse("go.mod", files["go.mod"], nil)
	if err == nil {
		err = gomod.AddModuleStmt(modulePath)
	}
	if err != nil {
		return nil, err
	}
	files["go.mod"], err = gomod.Format()
	return files, err
}

// WriteFiles writes files, by their slash-separated names below dir.
func WriteFiles(dir string, files map[string][]byte) error {
	for name, text := range files {
		name = filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
			return err
		}
		if err := os.WriteFile(name, text, 0o666); err != nil {
			return err
		}
	}
	return nil
}
