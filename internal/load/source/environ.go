package source

import (
	"bufio"
	"bytes"
	"errors"
	"go/build"
	"go/version"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"strings"
)

// environ is the environment of a go command, as "go env" would print it.
type environ struct {
	vars    map[string]string // process environment over the go/env file over GOROOT/go.env
	goroot  string
	version string // of the installed Go: "go1.26.8"
	reads   *reads
}

func newEnviron(process []string, reads *reads) (*environ, error) {
	env := &environ{vars: make(map[string]string), reads: reads}
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
	if err := env.findGo(); err != nil {
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

// findGo finds GOROOT, if necessary by the go command on the path, and its version.
func (env *environ) findGo() error {
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
	if err != nil {
		return errors.New("the Go on the path has no file VERSION")
	}
	line, _, _ := bufio.NewReader(bytes.NewReader(data)).ReadLine()
	env.version, _, _ = strings.Cut(string(line), " ") // experiments follow a space
	switch {
	case !version.IsValid(env.version) || env.version != string(line):
		return errors.New("the Go on the path is not a release: " + string(line))
	case version.Compare(version.Lang(env.version), version.Lang(runtime.Version())) > 0:
		return errors.New("the Go on the path, " + env.version + ", is newer than the one that built this tool")
	}
	return nil
}

// lookPath returns the executable called name on the path of this environment, "" if there is none.
func (env *environ) lookPath(name string) string {
	if runtime.GOOS == "windows" {
		name += ".exe"
	}
	for _, dir := range filepath.SplitList(env.vars["PATH"]) {
		file := filepath.Join(dir, name)
		if info, err := env.reads.stat(file); err == nil && info.Mode().IsRegular() && (runtime.GOOS == "windows" || info.Mode()&0o111 != 0) {
			return file
		}
	}
	return ""
}

// check returns an error for a setting that changes a build in a way that this package does not handle.
func (env *environ) check() error {
	for _, key := range []string{
		"GOEXPERIMENT", // sets other tool tags
		"GO386", "GOAMD64", "GOARM", "GOARM64", "GOMIPS", "GOMIPS64", "GOPPC64", "GORISCV64", "GOWASM",
		"GOFIPS140", // replaces parts of the standard library
	} {
		if value := env.get(key); value != "" && value != "off" {
			return errors.New(key + " is set")
		}
	}
	if v := env.get("GO111MODULE"); v == "off" {
		return errors.New("GO111MODULE=off")
	}
	if v := env.get("GOPACKAGESDRIVER"); v != "" && v != "off" {
		return errors.New("GOPACKAGESDRIVER is set")
	}
	switch name, _, _ := strings.Cut(env.get("GOTOOLCHAIN"), "+"); name {
	case "", "auto", "local", "path", env.version:
		return nil
	}
	return errors.New("GOTOOLCHAIN=" + env.get("GOTOOLCHAIN"))
}

// context returns the build context, with tags as those of -tags.
func (env *environ) context(tags string) build.Context {
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
	ctxt.CgoEnabled = env.cgo(ctxt.GOOS, ctxt.GOARCH)
	ctxt.BuildTags = strings.FieldsFunc(tags, func(r rune) bool { return r == ',' || r == ' ' })
	ctxt.ReleaseTags = nil
	minor, _ := strconv.Atoi(strings.TrimPrefix(version.Lang(env.version), "go1."))
	for i := 1; i <= minor; i++ {
		ctxt.ReleaseTags = append(ctxt.ReleaseTags, "go1."+strconv.Itoa(i))
	}
	if ctxt.GOARCH != runtime.GOARCH {
		ctxt.ToolTags = slices.DeleteFunc(slices.Clone(ctxt.ToolTags), func(tag string) bool {
			return strings.HasPrefix(tag, runtime.GOARCH+".")
		})
	}
	return ctxt
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
