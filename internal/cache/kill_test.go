package cache

import (
	"bytes"
	"flag"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"
)

var rounds = flag.Int("rounds", 25, "how often TestKill kills writers")

// writerVar is set in the processes that TestKill starts: they write to the cache in the folder
// that it names until they are killed.
const writerVar = "AWSERRLINT_TEST_WRITER"

func TestMain(m *testing.M) {
	if dir := os.Getenv(writerVar); dir != "" {
		writeUntilKilled(Open(dir))
	}
	os.Exit(m.Run())
}

// sharedKeys is how many entries the writers of TestKill write.
const sharedKeys = 8

// writeUntilKilled replaces entries by others. Each has one byte throughout, and a length that can
// differ each time.
func writeUntilKilled(c *Cache) {
	for n := 0; ; n++ {
		data := bytes.Repeat([]byte{byte(rand.Uint32())}, rand.IntN(1<<20))
		if err := c.Put(keyOf(strconv.Itoa(n%sharedKeys)), data); err != nil {
			os.Stderr.WriteString(err.Error() + "\n")
		}
		if n == sharedKeys {
			os.Stdout.WriteString("each entry is written once\n")
		}
	}
}

// TestKill kills two writers at once, at a moment that differs, and checks that each entry is whole
// and that none is lost.
func TestKill(t *testing.T) {
	c := Open(t.TempDir())
	for round := range *rounds {
		var writers []*exec.Cmd
		var outs []*bytes.Buffer
		for range 2 {
			cmd := exec.Command(os.Args[0])
			cmd.Env = append(os.Environ(), writerVar+"="+c.dir)
			var errs bytes.Buffer
			cmd.Stderr = &errs
			out, err := cmd.StdoutPipe()
			if err == nil {
				err = cmd.Start()
			}
			if err != nil {
				t.Fatal(err)
			}
			if _, err := out.Read(make([]byte, 1)); err != nil {
				t.Fatal(err)
			}
			writers, outs = append(writers, cmd), append(outs, &errs)
		}
		time.Sleep(rand.N(10 * time.Millisecond))
		for i, cmd := range writers {
			if err := cmd.Process.Kill(); err != nil {
				t.Fatal(err)
			}
			cmd.Wait() // "signal: killed"
			if outs[i].Len() > 0 {
				t.Errorf("a writer says %s", outs[i])
			}
		}
		for n := range sharedKeys {
			key := keyOf(strconv.Itoa(n))
			content, err := os.ReadFile(c.fileName(key))
			if err != nil {
				t.Fatalf("round %d: %v", round, err)
			}
			data, ok := unpack(key, content)
			if !ok || len(data) > 0 && bytes.Count(data, data[:1]) != len(data) {
				t.Fatalf("round %d: entry %d is torn", round, n)
			}
		}
	}

	// What the killed writers left goes with the next trim.
	later := time.Now().Add(2 * maxTemporary)
	c.now = func() time.Time { return later }
	if err := c.Trim(); err != nil {
		t.Fatal(err)
	}
	for _, name := range list(t, c.dir) {
		if strings.Contains(filepath.Base(name), temporaryMark) {
			t.Errorf("%s is still there", name)
		}
	}
}
