package source

import (
	"errors"
	"path/filepath"
	"slices"
)

// A listedPackage is what go list -json prints of a package.
type listedPackage struct {
	ImportPath, Dir string
	Standard        bool
	Module          *listedModule
	Error           *struct{ Err string }

	GoFiles, CgoFiles, IgnoredGoFiles, TestGoFiles, XTestGoFiles []string
}

// list asks the go command which packages pattern matches.
func (t *Tree) list(pattern string) ([]Folder, error) {
	var listed []listedPackage
	query := func(env, flags []string) error {
		args := slices.Concat([]string{"list"}, flags, []string{
			"-e", "-find", "-tags=" + t.tags,
			"-json=ImportPath,Dir,Standard,Module,Error,GoFiles,CgoFiles,IgnoredGoFiles,TestGoFiles,XTestGoFiles", "--", pattern,
		})
		out, err := t.gocmd.run("go list "+pattern, true, t.Dir, env, args...)
		if err != nil {
			return err
		}
		listed, err = decodeAll[listedPackage](out)
		return err
	}
	var err error
	if t.vendor != "" {
		err = query([]string{"GOFLAGS=-mod=vendor"}, nil)
	} else {
		err = t.build.withCopies(query)
	}
	if err != nil {
		if t.ctx.Err() != nil {
			return nil, t.ctx.Err()
		}
		return nil, &NoMatchError{Pattern: pattern, Reason: err.Error()}
	}
	var found []Folder
	reason := ""
	for _, l := range listed {
		folder := Folder{
			Location: Location{Path: l.ImportPath, Dir: l.Dir, Std: l.Standard},
			GoFiles:  slices.Concat(l.GoFiles, l.CgoFiles, l.IgnoredGoFiles, l.TestGoFiles, l.XTestGoFiles),
		}
		if len(folder.GoFiles) == 0 {
			if l.Error != nil {
				reason = firstLine(l.Error.Err)
			}
			continue
		}
		slices.Sort(folder.GoFiles)
		if l.ImportPath == "command-line-arguments" {
			for _, name := range folder.GoFiles {
				t.named.Store(filepath.Join(folder.Dir, name), true)
			}
		}
		if err := t.setModule(&folder.Location, l.Module); err != nil {
			return nil, err
		}
		found = append(found, folder)
	}
	if len(found) == 0 {
		return nil, &NoMatchError{Pattern: pattern, Reason: reason}
	}
	return found, nil
}

// setModule sets the module of loc, of which the go command says what is in listed.
func (t *Tree) setModule(loc *Location, listed *listedModule) error {
	if here, err := t.Locate(loc.Dir); err == nil && (listed == nil || listed.Main) && !loc.Std {
		loc.Main, loc.Module = true, here.Module
		return nil
	}
	if loc.Std || t.vendor != "" {
		return nil
	}
	if listed == nil {
		return errors.New("package " + loc.Path + " is in no module")
	}
	mod := t.required[listed.Path]
	if mod == nil {
		return errors.New("package " + loc.Path + " is in " + listed.Path + ", which is not required")
	}
	loc.Module = mod
	if mod.GoVersion == "" {
		with := *mod
		with.GoVersion = listed.GoVersion
		loc.Module = &with
	}
	return nil
}
