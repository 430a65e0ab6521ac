package cli

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/awserrlint/awserrlint/internal/program"
	"github.com/awserrlint/awserrlint/internal/ruleset"
)

// invoke returns an invocation with args that prints to a file, and a function that reads the
// file.
func invoke(t *testing.T, args ...string) (*invocation, func() string) {
	t.Helper()
	out, err := os.Create(filepath.Join(t.TempDir(), "out"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { out.Close() })
	inv := &invocation{Set: ruleset.New(testRules), stdout: out, stderr: out, args: args}
	return inv, func() string {
		content, err := os.ReadFile(out.Name())
		if err != nil {
			t.Fatal(err)
		}
		return string(content)
	}
}

// TestCommands demands that usage, completion and dispatch know each command, and no other.
func TestCommands(t *testing.T) {
	inv, _ := invoke(t)
	commands := inv.commands()
	names := commandNames(commands)

	if err := inv.parse(nil); err != nil {
		t.Fatal(err)
	}
	var buf bytes.Buffer
	if err := inv.printUsage(&buf); err != nil {
		t.Fatal(err)
	}
	var used []string
	for _, m := range regexp.MustCompile(`(?m)^\tawserrlint ([a-z]+) `).FindAllStringSubmatch(buf.String(), -1) {
		used = append(used, m[1])
	}
	slices.Sort(used)
	if !slices.Equal(slices.Compact(used), names) {
		t.Errorf("the usage has %q, want %q", used, names)
	}

	offers := map[string]string{
		inv.bash(): "compgen -W '" + strings.Join(names, " ") + "'",
		inv.zsh():  "compadd " + strings.Join(names, " ") + "\n",
		inv.fish(): "__fish_use_subcommand -a '" + strings.Join(names, " ") + "'",
	}
	for script, want := range offers {
		if !strings.Contains(script, want) {
			t.Errorf("a script for a shell does not offer %q:\n%s", names, script)
		}
		if regexp.MustCompile(`@[A-Z_]+@`).MatchString(script) {
			t.Errorf("a script has a placeholder left:\n%s", script)
		}
	}

	for _, c := range commands {
		found, rest := find(commands, []string{c.name, "x"})
		switch {
		case c.name != "" && (found.name != c.name || !slices.Equal(rest, []string{"x"})):
			t.Errorf("%s is taken for %q with %q", c.name, found.name, rest)
		case c.flag != "" && (c.asked == nil || inv.flags.Lookup(c.flag) == nil):
			t.Errorf("%s is for a flag that does not exist", c.flag)
		case c.flag == "" && len(c.usage) == 0:
			t.Errorf("%q has no usage", c.name)
		}
	}
}

func TestFind(t *testing.T) {
	inv, _ := invoke(t)
	for _, test := range []struct{ args, want, rest string }{
		{"", "", ""},
		{"./...", "", "./..."},
		{"-tests rules", "", "-tests rules"}, // only the first argument is a command
		{"./rules", "", "./rules"},
		{"rules -json", "rules", "-json"},
		{"config -tests", "config", "-tests"},
	} {
		found, rest := find(inv.commands(), strings.Fields(test.args))
		if found.name != test.want || strings.Join(rest, " ") != test.rest {
			t.Errorf("%s: %q with %q, want %q with %q", test.args, found.name, rest, test.want, test.rest)
		}
	}
	if found, rest := find(inv.commands(), []string{""}); found.name != "" || len(rest) != 1 {
		t.Errorf("an empty argument is taken for a command")
	}
}

// TestFlagsBeforeCommands checks that -version and -explain come before other commands, and
// -version before -explain.
func TestFlagsBeforeCommands(t *testing.T) {
	for args, want := range map[string]string{
		"-version":               program.Name + " ",
		"config -version":        program.Name + " ",
		"-explain edit -version": program.Name + " ",
		"config -explain edit":   "edit (error)",
		"-h":                     program.Name + " finds",
		"config -h":              program.Name + " finds",
		"rules":                  "RULE ",
		"version":                program.Name + " ",
		"help":                   program.Name + " finds",
		"help check":             program.Name + " finds",
		"help help":              "usage: awserrlint help [command|rule]",
		"help cache":             "usage: awserrlint cache info|clean",
		"help rules":             "usage: awserrlint rules",
		"help errors":            "usage: awserrlint errors",
		"help edit":              "edit (error)",
		"help directive":         "directive (warning)",
		"help matched":           "RULE ",
		"-explain tr*":           "tracked (warning)",
	} {
		inv, out := invoke(t, strings.Fields(args)...)
		code, err := inv.run()
		if err != nil || code != program.Clean || !strings.HasPrefix(out(), want) {
			t.Errorf("%s: code %d, %v, output %q", args, code, err, out())
		}
	}
	for _, args := range []string{"-version=false -nope", "rules x", "completion", "cache", "cache nope", "cache info x", "config -format xml", "-explain nope", "help nope", "help edit fail"} {
		inv, out := invoke(t, strings.Fields(args)...)
		if _, err := inv.run(); err == nil || out() != "" {
			t.Errorf("%s: no error, output %q", args, out())
		}
	}
}

// TestCommandFlags checks that a command that parses its arguments completes its flags.
func TestCommandFlags(t *testing.T) {
	inv, _ := invoke(t)
	want := map[string][]string{"errors": {"C", "code", "json", "what"}, "rules": {"json"}, "upgrade": {"C", "format", "tags", "tests", "to"}, "completion": nil, "cache": nil, "help": nil}
	for _, c := range inv.commands() {
		if c.flags == nil || c.name == "lsp" { // which has those of an analysis, in part
			continue
		}
		var have []string
		for _, f := range flagsOf(c.flags) {
			have = append(have, f.Name)
		}
		if !slices.Equal(have, want[c.name]) {
			t.Errorf("%s has the flags %q, want %q", c.name, have, want[c.name])
		}
	}
	if flags := flagsOf(func(*flag.FlagSet) {}); flags != nil {
		t.Errorf("flags of nothing: %v", flags)
	}
}
