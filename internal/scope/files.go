package scope

import (
	"fmt"
	"go/build"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/awserrlint/awserrlint/internal/config"
	"github.com/awserrlint/awserrlint/internal/program"
)

// Why files are left out.
const (
	inNoModule = "in no module"
	inFolder   = "in folders that ./... leaves out"
	notInBuild = "excluded by build constraints"
)

// BuildContext returns the context of a build with tags, separated by commas, which tells the files that belong to it.
func BuildContext(tags string) *build.Context {
	ctxt := build.Default
	ctxt.BuildTags = strings.FieldsFunc(tags, func(r rune) bool { return r == ',' })
	return &ctxt
}

// selectFiles adds the packages of the files in args. A tool such as pre-commit names every file
// that changed, also those that no build has. So they are left out, but not in silence.
func (sc *Scope) selectFiles(dir, tags string) error {
	ctxt := BuildContext(tags)
	for _, arg := range sc.args {
		if !isGoFile(arg) {
			return fmt.Errorf("%s is no Go file: name either files or packages", arg)
		}
		file := absolute(dir, arg)
		if _, err := os.Stat(file); err != nil {
			return err
		}
		folder := filepath.Dir(file)
		module, err := config.ModuleRoot(folder)
		if err != nil {
			return err
		}
		if module == "" {
			sc.leftOut.add(inNoModule, arg)
			continue
		}
		text, err := patternOf(module, folder, false)
		if err != nil {
			return err
		}
		if slices.ContainsFunc(strings.Split(text, "/"), func(elem string) bool { return elem != "." && isLeftOut(elem) }) {
			sc.leftOut.add(inFolder, arg)
			continue
		}
		if match, err := ctxt.MatchFile(folder, filepath.Base(file)); !match && err == nil {
			sc.leftOut.add(notInBuild, arg) // but not its package, which other files may be in
		}
		sc.add(module, text, arg)
	}
	return nil
}

func isGoFile(arg string) bool { return strings.HasSuffix(arg, ".go") }

// leftOut is files that are left out, by reason.
type leftOut []struct {
	reason string
	files  []string
}

// add adds that file is left out.
func (l *leftOut) add(reason, file string) {
	for i := range *l {
		if group := &(*l)[i]; group.reason == reason {
			if !slices.Contains(group.files, file) {
				group.files = append(group.files, file)
			}
			return
		}
	}
	*l = append(*l, struct {
		reason string
		files  []string
	}{reason, []string{file}})
}

// String returns the files with their reasons in one line: "a.go (in no module); b.go, c.go, d.go
// and 4 more (excluded by build constraints)".
func (l leftOut) String() string {
	var groups []string
	for _, group := range l {
		groups = append(groups, fmt.Sprintf("%s (%s)", program.Listed(group.files, ", "), group.reason))
	}
	return strings.Join(groups, "; ")
}
