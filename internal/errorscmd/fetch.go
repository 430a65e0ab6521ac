package errorscmd

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"strings"

	"github.com/awserrlint/awserrlint/internal/awssdk/model"
)

// Fetch reads the service package called name in a version, which may also be a query such as latest.
// The go command takes it from the module cache, or downloads it; go.mod and go.sum stay as they are.
func Fetch(name, version string) (*model.Service, error) {
	scratch, err := os.MkdirTemp("", "awserrlint-") // in a module, the go command would change go.sum
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(scratch)
	out, err := goCommandEnv(scratch, []string{"GOWORK=off", "GOFLAGS=-modcacherw=false"}, "mod", "download", "-json", servicePrefix+name+"@"+version)
	var mod struct{ Dir, Error string }
	if json.Unmarshal([]byte(out), &mod) == nil && mod.Error != "" {
		err = errors.New(mod.Error)
	}
	if err != nil {
		line, _, _ := strings.Cut(strings.TrimPrefix(err.Error(), servicePrefix+name+"@"+version+": "), "\n")
		return nil, fmt.Errorf("cannot get %s@%s: %s", name, version, line)
	}
	return model.Load(mod.Dir)
}
