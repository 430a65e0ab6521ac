package source

import (
	"encoding/json"
	"errors"
	"go/version"
	"path/filepath"
	"runtime"
	"strings"
)

// findLocal finds the local Go, GOROOT or the one on the path, and its version. If that is not
// what it seems, such as a script that looks for the right Go, useGo asks it.
func (env *environ) findLocal() error {
	env.goroot = env.vars["GOROOT"]
	if env.goroot == "" {
		file := env.lookPath("go")
		if file == "" {
			return errors.New("there is no go command on the path")
		}
		file, err := filepath.EvalSymlinks(file)
		if err != nil {
			return err
		}
		env.goroot = filepath.Dir(filepath.Dir(file))
	}
	data, err := env.reads.readFile(filepath.Join(env.goroot, "VERSION"), 0)
	line, _, _ := strings.Cut(string(data), "\n")
	line = strings.TrimSpace(line)
	env.setVersion(line)
	env.custom = err != nil || env.version != line // experiments follow the version
	return nil
}

// setVersion sets the version to that in s, which may be "go1.26.8 X:name",
// "go1.27-devel_abc" or "devel go1.27-abc".
func (env *environ) setVersion(s string) {
	env.version = ""
	for _, field := range strings.Fields(s) {
		if v, _, _ := strings.Cut(field, "-"); version.IsValid(v) {
			env.version = v
			return
		}
	}
}

// wantedGo returns the name of the Go that the go command runs, "local" for the local one; and
// whether it looks for it on the path only. goLine and toolchain are those of go.work or
// go.mod. This is what cmd/go/internal/toolchain.Select does.
func (env *environ) wantedGo(goLine, toolchain string) (name string, onPath bool) {
	setting := env.get("GOTOOLCHAIN")
	if setting == "" {
		return "local", false
	}
	name, mode, plus := strings.Cut(setting, "+")
	if !plus && (name == "auto" || name == "path") {
		name, mode = "local", name
	}
	min := name
	if name == "local" {
		min = env.version
	}
	if mode != "auto" && mode != "path" || toolchain == "default" {
		return env.localIf(name), mode == "path"
	}
	if newer(toolchain, min) {
		name, min = toolchain, toolchain
	}
	if goLine != "" && newer("go"+goLine, min) {
		name = "go" + goLine
		if name == version.Lang(name) && newer(name, "go1.20.99") {
			name += ".0" // the first release; go1.22 is only a language version
		}
	}
	return env.localIf(name), mode == "path"
}

// localIf returns "local" if name means the local Go, and otherwise name.
func (env *environ) localIf(name string) string {
	if name == env.version && !env.custom {
		return "local"
	}
	return name
}

func newer(a, b string) bool { return a != "" && version.Compare(a, b) > 0 }

// useGo changes env to the Go that the go command would run for a module with these lines, which
// may be "". If that Go cannot be had, the local one stays, which is a problem. The error is that
// there is none at all.
func (t *Tree) useGo(env *environ, goLine, toolchain string) error {
	name, onPath := env.wantedGo(goLine, toolchain)
	if !env.custom {
		if name == "local" {
			if goLine != "" && newer("go"+goLine, env.version) {
				t.problems = append(t.problems, "go.mod requires go >= "+goLine+" (running "+env.version+")")
			}
			return nil
		}
		dir := filepath.Join(env.modcache(), "golang.org", "toolchain@v0.0.1-"+name+"."+runtime.GOOS+"-"+runtime.GOARCH)
		if !onPath && t.reads.isFile(filepath.Join(dir, "VERSION")) {
			env.goroot, env.version = dir, name
			return nil
		}
	}
	what := "go env GOROOT GOVERSION"
	if name != "local" {
		what += ", which needs " + name
	}
	out, err := t.gocmd.run(what, name != "local", t.Dir, nil, "env", "-json", "GOROOT", "GOVERSION")
	var got struct{ GOROOT, GOVERSION string }
	if err == nil {
		err = json.Unmarshal(out, &got)
	}
	if err != nil {
		if env.version == "" || t.ctx.Err() != nil {
			return err
		}
		t.problems = append(t.problems, err.Error())
		return nil
	}
	env.goroot = got.GOROOT
	env.setVersion(got.GOVERSION)
	env.custom = env.version != got.GOVERSION
	return nil
}
