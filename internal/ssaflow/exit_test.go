package ssaflow

import "testing"

// TestMayExit asks whether the call of g in f may fail to return. Nothing is known of sink but its name.
func TestMayExit(t *testing.T) {
	for code, want := range map[string]bool{
		`func g() {}; func f() { g() }`:                              false,
		`func g() { panic(1) }; func f() { g() }`:                    true,
		`func g() { if cond() { panic(1) } }; func f() { g() }`:      true,
		`func g() { println() }; func f() { g() }`:                   false,
		`func h() { panic(1) }; func g() { h() }; func f() { g() }`:  true,
		`func h() { println() }; func g() { h() }; func f() { g() }`: false,
		`func g() { sink(1) }; func f() { g() }`:                     true,
		`func Log(any)
		 func g() { Log(1) }; func f() { g() }`: false,
		`func g(do func()) { do() }; func f() { g(nil) }`: true,
	} {
		p := load(t, code)
		if got := MayExit(callOf(t, p, "g").Common()); got != want {
			t.Errorf("%s: %t", code, got)
		}
	}
}
