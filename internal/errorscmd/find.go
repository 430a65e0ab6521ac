package errorscmd

import (
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"slices"
	"strings"

	"github.com/awserrlint/awserrlint/internal/awspath"
	"github.com/awserrlint/awserrlint/internal/awssdk/model"
	"github.com/awserrlint/awserrlint/internal/lazyregexp"
	"github.com/awserrlint/awserrlint/internal/nearest"
)

// servicePrefix is the start of the import paths of service packages.
const servicePrefix = awspath.Services + "/"

var serviceName = lazyregexp.New(`^[a-z0-9]+$`)

// A service is a service package, and what its client tries again.
type service struct {
	*model.Service
	retries *model.Retries
}

// findService reads the service package called name in the version that the module of dir
// requires.
func findService(dir, name string) (*service, error) {
	if !serviceName().MatchString(name) {
		return nil, fmt.Errorf("%q is no name of a service package, such as s3 in s3.HeadObject", name)
	}
	inModule, err := inModule(dir)
	if err != nil {
		return nil, err
	}
	if !inModule {
		return nil, fmt.Errorf("no Go module in this folder, so there is no SDK version to look at; run it in a module that uses %s%s, "+
			"or make one: go mod init example && go get %[1]s%[2]s", servicePrefix, name)
	}
	source, err := goCommand(dir, "list", "-find", "-f", "{{.Dir}}", servicePrefix+name)
	if err != nil {
		required := requiredServices(dir)
		if slices.Contains(required, name) {
			return nil, err // the module requires it, so something else is wrong
		}
		if meant, ok := nearest.Name(name, required); ok {
			return nil, fmt.Errorf("this module does not use service %s; did you mean %s?", name, meant)
		}
		return nil, fmt.Errorf("this module does not use service %s; to get it: go get %s%[1]s", name, servicePrefix)
	}
	s, err := model.Load(source)
	if err != nil {
		return nil, err
	}
	retry, err := goCommand(dir, "list", "-find", "-f", "{{.Dir}}", awspath.Retry)
	if err != nil {
		return nil, err
	}
	retries, err := model.LoadRetries(retry)
	return &service{s, retries}, err
}

// inModule reports whether dir is in a module, or in a workspace.
func inModule(dir string) (bool, error) {
	files, err := goCommand(dir, "env", "GOMOD", "GOWORK")
	mod, work, _ := strings.Cut(files, "\n")
	return mod != "" && mod != os.DevNull || work != "" && work != "off", err
}

// requiredServices returns the names of the services that go.mod requires.
func requiredServices(dir string) []string {
	out, err := goCommand(dir, "mod", "edit", "-json")
	if err != nil {
		return nil // then there is no suggestion
	}
	var file struct{ Require []struct{ Path string } }
	if err := json.Unmarshal([]byte(out), &file); err != nil {
		return nil
	}
	var names []string
	for _, r := range file.Require {
		if name, ok := strings.CutPrefix(r.Path, servicePrefix); ok && serviceName().MatchString(name) {
			names = append(names, name)
		}
	}
	return names
}

// goCommand runs the go command in dir and returns what it prints, trimmed. An error has its
// standard error.
func goCommand(dir string, args ...string) (string, error) { return goCommandEnv(dir, nil, args...) }

// goCommandEnv is goCommand with env added to the environment. It returns what the command prints even
// where it fails.
func goCommandEnv(dir string, env []string, args ...string) (string, error) {
	cmd := exec.Command("go", args...)
	cmd.Dir = dir
	if env != nil {
		cmd.Env = append(cmd.Environ(), env...)
	}
	var stderr strings.Builder
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	printed := strings.TrimSpace(string(out))
	if err != nil {
		if said := strings.TrimSpace(stderr.String()); said != "" {
			return printed, fmt.Errorf("go %s: %s", args[0], said)
		}
		return printed, fmt.Errorf("go %s: %w", args[0], err)
	}
	return printed, nil
}
