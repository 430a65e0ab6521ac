package checkout

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"strings"
)

// Build builds awserrlint from the module in the current folder.
func Build(ctx context.Context, binary string, env []string) error {
	cmd := exec.CommandContext(ctx, "go", "build", "-o", binary, "github.com/awserrlint/awserrlint/cmd/awserrlint")
	cmd.Env = append(os.Environ(), env...)
	if text, err := cmd.CombinedOutput(); err != nil {
		return fmt.Errorf("building awserrlint: %w\n%s", err, text)
	}
	return nil
}

// GoEnv returns what the go command says of a variable in the current folder.
func GoEnv(ctx context.Context, name string) (string, error) {
	out, err := exec.CommandContext(ctx, "go", "env", name).Output()
	if err != nil {
		return "", fmt.Errorf("go env %s: %w", name, err)
	}
	return strings.TrimSpace(string(out)), nil
}
