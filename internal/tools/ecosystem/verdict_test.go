package main

import (
	"reflect"
	"strings"
	"testing"
)

const someVerdicts = "acme/shop\tabc\t.\n" +
	"\ta.go:3:4\tdiscarded\terror\tright\tmerge\tthe error is lost\n" +
	"\ta.go:9:1\tswallowed\twarning\tfalse\t-\tthe error is dropped\tit is a retry\n" +
	"acme/shop\tabc\tcmd\n" +
	"\tb.go:5:2\tdiscarded\tinfo\tright\t-\tthe error is lost\n"

func TestVerdictsRoundTrip(t *testing.T) {
	file, err := parseVerdicts(someVerdicts)
	if err != nil {
		t.Fatal(err)
	}
	if have := string(formatVerdicts(file)); have != someVerdicts {
		t.Errorf("have %s, want %s", have, someVerdicts)
	}
}

func TestParseVerdictErrors(t *testing.T) {
	const line = "a.go:3:4\tdiscarded\terror\tright\tmerge\tlost"
	for _, c := range []struct{ old, new, want string }{
		{"\tright", "\tgood", "1: want right, advice, false or ? as a verdict: \"good\""},
		{"\tmerge", "\tyes", "want merge, refuse, - or ?"},
		{"\tright", "\tfalse", "want the reason"},
		{"\tmerge", "\trefuse", "want the reason"},
		{"a.go:3:4", "a.go", "want file:line:col"},
		{"\tlost", "", "want position, rule"},
	} {
		text := "acme/shop\tabc\t.\n\t" + strings.Replace(line, c.old, c.new, 1) + "\n"
		if _, err := parseVerdicts(text); err == nil || !strings.Contains(err.Error(), strings.TrimPrefix(c.want, "1: ")) || !strings.HasPrefix(err.Error(), "2: ") {
			t.Errorf("%q: have %v, want %s", text, err, c.want)
		}
	}
}

// TestSucceed demands that a verdict lasts as long as the words that it is on.
func TestSucceed(t *testing.T) {
	parse := func(line string) verdict {
		v, err := parseVerdict(line)
		if err != nil {
			t.Fatal(err)
		}
		return v
	}
	old := parse("a.go:3:4\tdiscarded\terror\tfalse\trefuse\tlost\tit is logged")
	gone := parse("b.go:1:1\tdiscarded\terror\tright\t-\tlost")
	for _, c := range []struct{ found, want string }{
		{"a.go:3:4\tdiscarded\terror\t?\t?\tlost", "a.go:3:4\tdiscarded\terror\tfalse\trefuse\tlost\tit is logged"},
		{"a.go:3:4\tdiscarded\terror\t?\t-\tlost", "a.go:3:4\tdiscarded\terror\tfalse\t-\tlost\tit is logged"},
		{"a.go:3:4\tdiscarded\terror\t?\t?\tgone", "a.go:3:4\tdiscarded\terror\t?false\trefuse\tgone\tit is logged"},
		{"a.go:3:4\tdiscarded\tinfo\t?\t?\tlost", "a.go:3:4\tdiscarded\tinfo\t?false\trefuse\tlost\tit is logged"},
		{"a.go:3:9\tdiscarded\terror\t?\t?\tlost", "a.go:3:9\tdiscarded\terror\t?\t?\tlost"},
		// Where the diff was not known, it is from now on.
		{"a.go:3:4\tdiscarded\terror\t?\t? 0badcafe\tlost", "a.go:3:4\tdiscarded\terror\tfalse\trefuse 0badcafe\tlost\tit is logged"},
	} {
		now, _ := succeedAll([]verdict{parse(c.found)}, []verdict{old})
		if len(now) != 1 || now[0].format() != c.want {
			t.Errorf("%s: have %+v, want %s", c.found, now, c.want)
		}
	}
	fixed := parse("a.go:3:4\tdiscarded\terror\tright\tmerge 0badcafe\tlost")
	now, _ := succeedAll([]verdict{parse("a.go:3:4\tdiscarded\terror\t?\t? 0000cafe\tlost")}, []verdict{fixed})
	if have, want := now[0].format(), "a.go:3:4\tdiscarded\terror\tright\t?merge 0000cafe\tlost"; have != want || !now[0].open() {
		t.Errorf("another fix: have %q, want %q, to be read", have, want)
	}
	// Two findings at one position keep apart, though one of them is reworded.
	twin := parse("a.go:3:4\tdiscarded\terror\tright\t-\tlost, too")
	now, left := succeedAll([]verdict{
		parse("a.go:3:4\tdiscarded\terror\t?\t-\talso lost"),
		parse("a.go:3:4\tdiscarded\terror\t?\t-\tlost"),
	}, []verdict{old, twin})
	if len(left) > 0 || now[0].fault != "?right" || now[0].oldMessage != "lost, too" || now[1].fault != wrong {
		t.Errorf("two at one position: have %+v, and left %v", now, left)
	}
	if _, have := succeedAll([]verdict{old}, []verdict{old, gone}); !reflect.DeepEqual(have, []verdict{gone}) {
		t.Errorf("have %v, want %v", have, gone)
	}
}

func TestPlaces(t *testing.T) {
	sections, err := parsePlaces("acme/shop\tabc\t.\n\ta.go:3\tdiscarded\tlost\n\ta.go:30\tdiscarded\tlost\tby reflection\n")
	if err != nil {
		t.Fatal(err)
	}
	want := []place{{"a.go", 3, "discarded", "lost", ""}, {"a.go", 30, "discarded", "lost", "by reflection"}}
	if !reflect.DeepEqual(sections[0].places, want) {
		t.Fatalf("have %+v, want %+v", sections[0].places, want)
	}
	for v, want := range map[verdict]bool{
		{finding: finding{"a.go", 6, 1, "discarded", ""}}: true,
		{finding: finding{"a.go", 7, 1, "discarded", ""}}: false,
		{finding: finding{"a.go", 3, 1, "swallowed", ""}}: false,
		{finding: finding{"b.go", 3, 1, "discarded", ""}}: false,
	} {
		if have := v.reports(sections[0].places[0]); have != want {
			t.Errorf("%v: have %v, want %v", v, have, want)
		}
	}
}

func TestShare(t *testing.T) {
	for _, c := range []struct {
		n, all int
		want   string
	}{{0, 0, ""}, {3, 3, "1.00"}, {199, 200, "0.99"}, {1, 20, "0.05"}} {
		if have := share(c.n, c.all); have != c.want {
			t.Errorf("%d of %d: have %q, want %q", c.n, c.all, have, c.want)
		}
	}
}
