package main

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// TestVerdicts goes the way of a judge: record what is found, read it, write verdicts, and be told what
// is reworded, new or gone.
func TestVerdicts(t *testing.T) {
	root := newCheckout(t, ".")
	file := filepath.Join(t.TempDir(), "verdicts.txt")
	args := []string{"-tool", tool, "-verdicts", file, root}
	update := append([]string{"-update"}, args...)
	write := func(text string) {
		if err := os.WriteFile(file, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	read := func() string {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		return string(text)
	}
	write("acme/other\t1234567890ab\t.\n\tmain.go:1:2\tdiscarded\terror\tright\t-\tlost\n")

	out := ecosystem(t, exitSame, update...)
	contains(t, out, "acme/shop: queue/queue.go:84:11\tdiscarded\terror\t?\t", ">   84  ", "--- ", "\n+")
	text := read()
	contains(t, text, "acme/other\t1234567890ab\t.\n\tmain.go:1:2\tdiscarded\terror\tright\t-\tlost\n",
		"acme/shop\t-\t.\n", "\tqueue/queue.go:84:11\tdiscarded\terror\t?\t")
	contains(t, ecosystem(t, exitChanged, args...), "acme/shop: queue/queue.go:84:11\t")

	text = strings.ReplaceAll(text, "\t?\t", "\tright\t")
	text = strings.ReplaceAll(text, "\t? ", "\tmerge ")
	write(text)
	if out := ecosystem(t, exitSame, args...); out != "" {
		t.Errorf("all is read, but it prints %s", out)
	}

	reworded := regexp.MustCompile(`(queue\.go:84:11\t.*\t).*`).ReplaceAllString(text, "${1}it is lost")
	write(strings.Replace(reworded, "acme/shop\t-\t.\n", "acme/shop\t-\t.\n\tgone.go:1:2\tdiscarded\terror\tright\t-\tlost\n", 1) +
		"acme/shop\t-\tgone\n\tmain.go:1:2\tdiscarded\terror\tright\t-\tlost\n")
	out = ecosystem(t, exitChanged, args...)
	contains(t, out, "acme/shop: queue/queue.go:84:11\tdiscarded\terror\t?right\t", "\nthe verdict is on: it is lost\n",
		"acme/shop: gone: gone.go:1:2\tdiscarded", "acme/shop/gone: gone: main.go:1:2\tdiscarded")
	lacks(t, out, "acme/other", "queue.go:70")
	ecosystem(t, exitSame, update...)
	contains(t, read(), "queue.go:84:11\tdiscarded\terror\t?right\tmerge")
	lacks(t, read(), "gone.go", "\tgone\n")
}

// TestVerdictsNeedAnalysis demands that nothing is taken to be gone where the tool did not run.
func TestVerdictsNeedAnalysis(t *testing.T) {
	root := newCheckout(t, ".")
	file := filepath.Join(t.TempDir(), "verdicts.txt")
	text := "acme/shop\t-\t.\n\tmain.go:1:2\tdiscarded\terror\tright\t-\tlost\n"
	if err := os.WriteFile(file, []byte(text), 0o666); err != nil {
		t.Fatal(err)
	}
	ecosystem(t, exitFailed, "-tool", script(t, "echo no >&2; exit 2\n"), "-update", "-verdicts", file, root)
	if have, err := os.ReadFile(file); err != nil || string(have) != text {
		t.Errorf("have %s (%v), want it as it was", have, err)
	}

	broken := filepath.Join(root, "queue", "broken.go")
	if err := os.WriteFile(broken, []byte("package queue\n\nvar broken int = \"\"\n"), 0o666); err != nil {
		t.Fatal(err)
	}
	contains(t, ecosystem(t, exitChanged, "-tool", tool, "-verdicts", file, root), "acme/shop: incomplete: queue/broken.go:3:18: ")
}
