package lambdatest

import "testing"

// testAsync shows what becomes of asynchronous events.
func testAsync(t *testing.T, fn *Function) {
	failed := AsyncView{Tries: 3, Destination: true, Condition: "RetriesExhausted"}
	for name, want := range map[string]AsyncView{
		"nil":        {Tries: 1},
		"errors.New": failed,
		"panic":      failed,
		"log.Fatal":  failed,
	} {
		t.Run(name, func(t *testing.T) {
			if got := Async(t, fn, `{}`, "CASE="+name); got != want {
				t.Errorf("got %+v, want %+v", got, want)
			}
		})
	}
}
