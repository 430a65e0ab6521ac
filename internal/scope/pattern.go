package scope

import (
	"os"
	"path/filepath"
	"strings"
)

// A pattern is a package pattern of the go command.
type pattern struct {
	text string
	args []string // the arguments that it stands for, in part: ./... stands for several modules, perhaps
}

// isFolder reports whether the package pattern arg names folders, not import paths.
func isFolder(arg string) bool {
	arg = filepath.ToSlash(arg)
	return filepath.IsAbs(arg) || arg == "." || arg == ".." || strings.HasPrefix(arg, "./") || strings.HasPrefix(arg, "../")
}

// splitPattern returns the folder that arg names, as in "./store/...", and whether those below it
// are meant, too. It reports false if arg has "..." elsewhere.
func splitPattern(arg string) (folder string, recursive, ok bool) {
	folder, recursive = strings.CutSuffix(filepath.ToSlash(arg), "/...")
	return filepath.FromSlash(folder), recursive, !strings.Contains(folder, "...")
}

// patternOf returns the pattern, relative to the folder root, for dir and, if recursive, those below.
func patternOf(root, dir string, recursive bool) (string, error) {
	rel, err := filepath.Rel(root, dir)
	if err != nil {
		return "", err
	}
	text := filepath.ToSlash(rel)
	if !isFolder(text) {
		text = "./" + text
	}
	if recursive {
		text += "/..."
	}
	return text, nil
}

// absolute returns the absolute name of a file that may be relative to dir.
func absolute(dir, name string) string {
	if filepath.IsAbs(name) {
		return filepath.Clean(name)
	}
	return filepath.Join(dir, name)
}

// isDir reports whether name is a folder.
func isDir(name string) bool {
	info, err := os.Stat(name)
	return err == nil && info.IsDir()
}

// isWithin reports whether the folder dir is root or below it.
func isWithin(dir, root string) bool {
	return dir == root || strings.HasPrefix(dir, strings.TrimSuffix(root, string(filepath.Separator))+string(filepath.Separator))
}
