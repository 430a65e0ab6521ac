package source

import (
	"errors"
	"go/build"
	"go/version"
	"runtime"
	"slices"
	"strconv"
	"strings"
)

// context returns the build context.
func (t *Tree) context(env *environ, flags goflags) (build.Context, error) {
	ctxt := build.Default
	ctxt.Compiler = "gc"
	ctxt.GOROOT = env.goroot
	ctxt.GOOS, ctxt.GOARCH = runtime.GOOS, runtime.GOARCH
	if v := env.get("GOOS"); v != "" {
		ctxt.GOOS = v
	}
	if v := env.get("GOARCH"); v != "" {
		ctxt.GOARCH = v
	}
	if env.setsTags() {
		tags, err := t.askContext(env)
		if err != nil {
			return ctxt, err
		}
		ctxt.CgoEnabled = tags.CgoEnabled
		ctxt.ToolTags, ctxt.ReleaseTags, ctxt.BuildTags = tags.ToolTags, tags.ReleaseTags, tags.BuildTags
	} else {
		ctxt.CgoEnabled = env.cgo(ctxt.GOOS, ctxt.GOARCH)
		ctxt.ReleaseTags = releaseTags(env.version)
		if ctxt.GOARCH != runtime.GOARCH {
			ctxt.ToolTags = slices.DeleteFunc(slices.Clone(ctxt.ToolTags), func(tag string) bool {
				return strings.HasPrefix(tag, runtime.GOARCH+".")
			})
		}
	}
	ctxt.ToolTags = append(slices.Clip(ctxt.ToolTags), flags.instrument...)
	ctxt.BuildTags = append(ctxt.BuildTags, strings.FieldsFunc(flags.tags, func(r rune) bool { return r == ',' || r == ' ' })...)
	return ctxt, nil
}

// tagVariables set build tags that only the go command knows.
var tagVariables = []string{
	"GOEXPERIMENT", "GOFIPS140",
	"GO386", "GOAMD64", "GOARM", "GOARM64", "GOMIPS", "GOMIPS64", "GOPPC64", "GORISCV64", "GOWASM",
}

// setsTags reports whether something sets build tags that only the go command knows: another
// Go, which has other experiments, or a variable.
func (env *environ) setsTags() bool {
	if env.custom || version.Lang(env.version) != version.Lang(runtime.Version()) {
		return true
	}
	return slices.ContainsFunc(tagVariables, func(key string) bool {
		value := env.get(key)
		return value != "" && value != "off"
	})
}

// contextTags are the parts of a build context that have nothing to do with a module.
type contextTags struct {
	CgoEnabled                       bool
	ToolTags, ReleaseTags, BuildTags []string
}

// askContext asks the go command for the build tags.
func (t *Tree) askContext(env *environ) (contextTags, error) {
	question := []string{"go list -f {{context}}", env.goroot, env.version}
	for _, key := range slices.Concat(tagVariables, []string{"GOOS", "GOARCH", "CGO_ENABLED", "CC", "PATH"}) {
		question = append(question, env.get(key))
	}
	return recall(t.cache, question, func() (tags contextTags, keep bool, err error) {
		err = inScratch(nil, func(dir string) error {
			const format = `{{with context}}{{.CgoEnabled}};{{join .ToolTags ","}};{{join .ReleaseTags ","}};{{join .BuildTags ","}}{{end}}`
			out, err := t.gocmd.run("go list -f {{context}}", false, dir, []string{t.gocmd.plain, "GOWORK=off"},
				"list", "-e", "-f", format, "--", "unsafe")
			if err != nil {
				return err
			}
			parts := strings.Split(strings.TrimSpace(string(out)), ";")
			if len(parts) != 4 {
				return errors.New("go list -f {{context}} prints " + firstLine(string(out)))
			}
			words := func(s string) []string { return strings.FieldsFunc(s, func(r rune) bool { return r == ',' }) }
			tags = contextTags{parts[0] == "true", words(parts[1]), words(parts[2]), words(parts[3])}
			return nil
		})
		return tags, !env.custom, err
	})
}

// releaseTags returns the tags of a version of Go: "go1.1" to "go1.26".
func releaseTags(v string) []string {
	var tags []string
	minor, _ := strconv.Atoi(strings.TrimPrefix(version.Lang(v), "go1."))
	for i := 1; i <= minor; i++ {
		tags = append(tags, "go1."+strconv.Itoa(i))
	}
	return tags
}

// cgo reports whether the go command uses cgo: as CGO_ENABLED says, or else if it builds for
// this system and finds a C compiler.
func (env *environ) cgo(goos, goarch string) bool {
	if v := env.get("CGO_ENABLED"); v == "0" || v == "1" {
		return v == "1"
	}
	if goos != runtime.GOOS || goarch != runtime.GOARCH {
		return false
	}
	compiler := "gcc"
	switch goos {
	case "darwin", "ios", "freebsd", "openbsd":
		compiler = "clang"
	case "plan9", "js", "wasip1":
		return false
	}
	return env.get("CC") != "" || env.lookPath(compiler) != ""
}
