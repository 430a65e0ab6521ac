// Package lambdatest runs Lambda handlers as Lambda does, and says what their callers get.
//
// A handler's binary talks to an emulated Runtime API on 127.0.0.1 and, through real SDK clients, to a local
// server that responds like AWS ([StartAWS]):
//
//	fn := lambdatest.Build(t, "testdata/handlers", ".")
//	inv := fn.Invoke(t, `{}`)          // what the function sent, logged, exited with
//	view := lambdatest.RESTProxy(inv)  // what the client behind API Gateway gets
//
// The models of the callers are small. Each names its source: documentation of AWS (doc), a test suite recorded
// against AWS (rec), or a statement of a maintainer (say). What no source says is marked as assumed.
package lambdatest
