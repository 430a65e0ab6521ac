package source

import (
	"errors"
	"path/filepath"
	"runtime"
	"strings"
)

// environ is the environment of a go command, as "go env" would print it.
type environ struct {
	vars    map[string]string // process environment over the go/env file over GOROOT/go.env
	process []string
	goroot  string
	version string // of Go: "go1.26.8"
	custom  bool   // it is no release, or has experiments
	reads   *reads
}

// newEnviron returns the environment of a process in which the local Go, the one on the path,
// is used.
func newEnviron(process []string, reads *reads) (*environ, error) {
	env := &environ{vars: make(map[string]string), process: process, reads: reads}
	for _, kv := range process {
		if key, value, ok := strings.Cut(kv, "="); ok {
			env.vars[key] = value // the last one wins, even if it is empty
		}
	}
	switch file := env.vars["GOENV"]; file {
	case "off":
	case "":
		if dir := env.configDir(); dir != "" {
			env.readFile(filepath.Join(dir, "go", "env"))
		}
	default:
		env.readFile(file)
	}
	if v := env.get("GO111MODULE"); v == "off" {
		return nil, errors.New("GO111MODULE=off")
	}
	if v := env.get("GOPACKAGESDRIVER"); v != "" && v != "off" {
		return nil, errors.New("GOPACKAGESDRIVER is set")
	}
	if err := env.findLocal(); err != nil {
		return nil, err
	}
	env.readFile(filepath.Join(env.goroot, "go.env"))
	return env, nil
}

func (env *environ) get(key string) string { return env.vars[key] }

// readFile adds those variables of a go/env file that are not set yet.
func (env *environ) readFile(name string) {
	data, err := env.reads.readFile(name, 0)
	if err != nil {
		return // the go command ignores this, too
	}
	for line := range strings.Lines(string(data)) {
		key, value, ok := strings.Cut(strings.TrimRight(line, "\r\n"), "=")
		if ok && !strings.HasPrefix(key, "#") && env.vars[key] == "" {
			env.vars[key] = value
		}
	}
}

// configDir is os.UserConfigDir for this environment.
func (env *environ) configDir() string {
	switch runtime.GOOS {
	case "windows":
		return env.vars["AppData"]
	case "darwin", "ios":
		if home := env.vars["HOME"]; home != "" {
			return filepath.Join(home, "Library", "Application Support")
		}
	case "plan9":
		if home := env.vars["home"]; home != "" {
			return filepath.Join(home, "lib")
		}
	default:
		if dir := env.vars["XDG_CONFIG_HOME"]; dir != "" {
			return dir
		}
		if home := env.vars["HOME"]; home != "" {
			return filepath.Join(home, ".config")
		}
	}
	return ""
}

// modcache returns the folder of the module cache.
func (env *environ) modcache() string {
	if dir := env.get("GOMODCACHE"); dir != "" {
		return dir
	}
	return filepath.Join(env.gopath(), "pkg", "mod")
}

// gopath returns the first folder of GOPATH.
func (env *environ) gopath() string {
	if list := filepath.SplitList(env.get("GOPATH")); len(list) > 0 {
		return list[0]
	}
	home := env.get("HOME")
	if home == "" {
		home = env.get("USERPROFILE")
	}
	return filepath.Join(home, "go")
}

// lookPath returns the executable called name on the path of this environment, "" if there is none. Folders there
// that are relative are passed over: they may be those of what is analyzed.
func (env *environ) lookPath(name string) string {
	for _, dir := range filepath.SplitList(env.vars["PATH"]) {
		if !filepath.IsAbs(dir) {
			continue
		}
		file := filepath.Join(dir, executable(name))
		info, err := env.reads.stat(file)
		if err == nil && info.Mode().IsRegular() && (runtime.GOOS == "windows" || info.Mode()&0o111 != 0) {
			return file
		}
	}
	return ""
}

// executable returns the name of the file of a command.
func executable(name string) string {
	if runtime.GOOS == "windows" {
		return name + ".exe"
	}
	return name
}
