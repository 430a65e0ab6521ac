package lambdatest

import "testing"

// TestHandlers runs the cases of testdata/handlers and shows what aws-lambda-go makes of them.
func TestHandlers(t *testing.T) {
	fn := Build(t, "testdata/handlers", ".")
	for name, test := range map[string]func(*testing.T, *Function){
		"errors":  testErrors,
		"results": testResults,
		"ends":    testEnds,
		"hangs":   testHangs,
		"streams": testStreams,
		"calls":   testCalls,
		"async":   testAsync,
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			test(t, fn)
		})
	}
}

// run invokes one of the cases with an empty event.
func run(t *testing.T, fn *Function, name string, env ...string) *Invocation {
	t.Helper()
	return fn.Invoke(t, `{}`, append(env, "CASE="+name)...)
}
