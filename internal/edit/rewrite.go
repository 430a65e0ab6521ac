package edit

import (
	"fmt"
	"go/format"

	"github.com/awserrlint/awserrlint/internal/relpath"
)

// Rewrite returns the new content of each file that m changes: with the edits applied, without
// imports that are unused now, and formatted if it was before. read returns the content that
// the edits are for. names are the names of packages by path, see ImportNames.
func (m Merge) Rewrite(read func(name string) ([]byte, error), names map[string]string) (map[string][]byte, error) {
	files := make(map[string][]byte)
	for name, edits := range m {
		src, err := read(name)
		if err != nil {
			return nil, err
		}
		fixed, err := Apply(src, edits)
		if kept := withoutDrops(src, edits); err == nil && len(kept) < len(edits) && missesImport(src, fixed, names) {
			fixed, err = Apply(src, kept)
		}
		if err != nil {
			return nil, fmt.Errorf("%s: changed while it was analyzed", relpath.File(name))
		}
		fixed, err = tidy(src, fixed, names)
		if err != nil {
			return nil, &SyntaxError{name, err}
		}
		files[name] = fixed
	}
	return files, nil
}

// A SyntaxError says that a file would be no Go any more after the edits of several fixes.
type SyntaxError struct {
	File string
	Err  error
}

func (e *SyntaxError) Error() string {
	return fmt.Sprintf("%s: fixes break its syntax: %v", relpath.File(e.File), e.Err)
}

func (e *SyntaxError) Unwrap() error { return e.Err }

// tidy returns fixed without unused imports, and formatted by gofmt if src is.
func tidy(src, fixed []byte, names map[string]string) ([]byte, error) {
	fixed, err := dropUnusedImports(fixed, names)
	if err != nil {
		return nil, err
	}
	if !IsFormatted(src) {
		return fixed, nil
	}
	return format.Source(fixed)
}
