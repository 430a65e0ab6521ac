//go:build unix

package engine

import (
	"bytes"
	"flag"
	"math/rand/v2"
	"os"
	"os/exec"
	"strings"
	"testing"
	"time"
)

var killRounds = flag.Int("rounds", 10, "how often TestKill kills runs")

// runVar is set in processes that tests start: they analyze the program in the folder that it
// names, with the cache in the folder that follows, and print the result.
const runVar = "AWSERRLINT_TEST_RUN"

func TestProcess(t *testing.T) {
	dir, kept, ok := strings.Cut(os.Getenv(runVar), ":")
	if !ok {
		return
	}
	p := &program{T: t, dir: dir, cache: kept}
	p.load.Patterns, p.load.Env = []string{"./..."}, append(os.Environ(), "GOWORK=")
	found, steps := p.run()
	os.Stdout.WriteString(found)
	os.Stderr.WriteString(strings.Join(steps.list, "\n"))
	os.Exit(0)
}

// command returns a command that analyzes p in another process, started by a shell script that ends
// in $0.
func (p *program) command(script string) *exec.Cmd {
	cmd := exec.Command("sh", "-c", script+` -test.run='^TestProcess$'`, os.Args[0])
	cmd.Env = append(os.Environ(), runVar+"="+p.dir+":"+p.cache)
	return cmd
}

// TestManyAtOnce runs twenty processes on one cache, which first is empty, then has all, then has
// entries for a part.
func TestManyAtOnce(t *testing.T) {
	p := newProgram(t, carts)
	for _, edit := range []func(){
		func() {},
		func() {},
		func() { p.edit("low/low.go", "cart: %w", "cart: %v") },
	} {
		edit()
		p.off = true
		want, _ := p.run()
		p.off = false
		var commands []*exec.Cmd
		for range 20 {
			cmd := p.command("exec $0")
			cmd.Stdout, cmd.Stderr = new(bytes.Buffer), new(bytes.Buffer)
			if err := cmd.Start(); err != nil {
				t.Fatal(err)
			}
			commands = append(commands, cmd)
		}
		for _, cmd := range commands {
			if err := cmd.Wait(); err != nil {
				t.Error(err)
			}
			if got := cmd.Stdout.(*bytes.Buffer).String(); got != want {
				t.Errorf("got\n%s\nafter %s, want\n%s", got, cmd.Stderr, want)
			}
		}
		p.want(nothingChanged)
	}
}

// TestKill kills runs on one cache, two at once, at moments that differ, and checks that a run
// thereafter finds what it should.
func TestKill(t *testing.T) {
	p := newProgram(t, carts)
	p.off = true
	want, _ := p.run()
	p.off = false
	started := time.Now()
	if err := p.command("exec $0").Run(); err != nil {
		t.Fatal(err)
	}
	whole := time.Since(started)
	for round := range *killRounds {
		if round%2 == 0 {
			if err := os.RemoveAll(p.cache); err != nil {
				t.Fatal(err)
			}
		}
		var commands []*exec.Cmd
		for range 2 {
			cmd := p.command("exec $0")
			if err := cmd.Start(); err != nil {
				t.Fatal(err)
			}
			commands = append(commands, cmd)
		}
		time.Sleep(whole/2 + rand.N(whole)) // most entries are written at the end
		for _, cmd := range commands {
			cmd.Process.Kill() // it may have ended
			cmd.Wait()
		}
		for range 2 {
			if got, steps := p.run(); got != want {
				t.Fatalf("round %d: got\n%s\nafter %q, want\n%s", round, got, steps.list, want)
			}
		}
	}
}

// TestFull runs where files cannot grow, as on a full disk.
func TestFull(t *testing.T) {
	p := newProgram(t, carts)
	p.off = true
	want, _ := p.run()
	p.off = false
	for _, blocks := range []string{"0", "1", "8"} {
		cmd := p.command("ulimit -f " + blocks + " && exec $0")
		var out, steps bytes.Buffer
		cmd.Stdout, cmd.Stderr = &out, &steps
		if err := cmd.Run(); err != nil {
			t.Errorf("%s blocks: %v", blocks, err)
		}
		if out.String() != want || strings.Count(steps.String(), "nothing is kept in the cache: ") != 1 {
			t.Errorf("%s blocks: got\n%s\nafter\n%s\nwant\n%s", blocks, &out, &steps, want)
		}
	}
	if got, steps := p.run(); got != want {
		t.Errorf("got\n%s\nafter %q, want\n%s", got, steps.list, want)
	}
}
