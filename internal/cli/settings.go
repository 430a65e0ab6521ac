package cli

import (
	"fmt"
	"io/fs"
	"path/filepath"
	"strings"

	"github.com/awserrlint/awserrlint/internal/awspath"
	"github.com/awserrlint/awserrlint/internal/awssdk/model"
	"github.com/awserrlint/awserrlint/internal/config"
	"github.com/awserrlint/awserrlint/internal/finding"
	"github.com/awserrlint/awserrlint/internal/nearest"
	"github.com/awserrlint/awserrlint/internal/rule"
	"github.com/awserrlint/awserrlint/internal/scope"
)

// checkSettings returns a problem for each word of a setting, or flag, that has no effect in s.
func (inv *invocation) checkSettings(s scope.Selection) []finding.Problem {
	var problems []finding.Problem
	problem := func(setting, message string) {
		p := finding.Problem{Message: setting + ": " + message}
		if origin := inv.Origin(setting); filepath.IsAbs(origin) {
			p.Pos = origin
		}
		problems = append(problems, p)
	}
	for _, glob := range inv.Words("may-lose") {
		if meant, wrong := misspelled(s.Settings, glob); wrong {
			problem("may-lose", fmt.Sprintf("%s is no operation%s", glob, meant))
		}
	}
	if !inv.unused() {
		return problems
	}
	for _, glob := range unmatched(s, inv.Words("exclude"), inv.Origin("exclude")) {
		problem("exclude", fmt.Sprintf("%q matches no file; remove it", glob))
	}
	for _, glob := range inv.Overridden() {
		if len(unmatched(s, []string{glob.Value}, glob.Origin)) > 0 {
			problems = append(problems, finding.Problem{Pos: glob.Origin, Message: fmt.Sprintf("overrides: %q matches no file; remove it", glob.Value)})
		}
	}
	return problems
}

// unused reports whether the flag or setting -unused is set.
func (inv *invocation) unused() bool {
	unused := inv.flags.Lookup("unused")
	return unused != nil && unused.Value.String() == "true"
}

// unmatched returns those of globs that match no Go file in the folder of origin, if that is a file, or of
// the module of s, or below.
func unmatched(s scope.Selection, globs []string, origin string) []string {
	if len(globs) == 0 {
		return nil
	}
	root := s.Settings
	if module, err := config.ModuleRoot(root); err == nil && module != "" {
		root = module
	}
	if filepath.IsAbs(origin) {
		root = filepath.Dir(origin)
	}
	matched := make(map[string]bool)
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() && strings.HasSuffix(path, ".go") {
			for _, glob := range globs {
				matched[glob] = matched[glob] || rule.MatchFile(glob, path)
			}
		}
		return err
	})
	if err != nil {
		return nil // not every file can be seen
	}
	var unmatched []string
	for _, glob := range globs {
		if !matched[glob] {
			unmatched = append(unmatched, glob)
		}
	}
	return unmatched
}

// misspelled reports whether name, a word of -may-lose, is an operation that its service does not
// have, in the version of the SDK that the module of the folder dir requires, and which one is
// meant. It looks at files that are there, and says nothing of other services.
func misspelled(dir, name string) (meant string, wrong bool) {
	service, operation, ok := strings.Cut(name, ".")
	if !ok || strings.ContainsAny(name, "*?") || strings.Contains(operation, ".") {
		return "", false
	}
	path := awspath.Services + "/" + service
	version := model.Required(dir, path)
	if version == "" {
		return "", false
	}
	sdk, err := model.Dir(path+"@"+version+"/api_client.go", dir)
	if err != nil {
		return "", false
	}
	files, err := filepath.Glob(filepath.Join(sdk, "api_op_*.go"))
	if err != nil || len(files) == 0 {
		return "", false
	}
	var operations []string
	for _, file := range files {
		op := strings.TrimSuffix(strings.TrimPrefix(filepath.Base(file), "api_op_"), ".go")
		if op == strings.TrimPrefix(operation, "Presign") {
			return "", false
		}
		operations = append(operations, op)
	}
	if near, ok := nearest.Name(operation, operations); ok {
		return "; did you mean " + service + "." + near + "?", true
	}
	return " of that service", true
}
