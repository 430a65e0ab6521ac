// Package lambdaresp says what a Lambda handler, or a function that it calls for one, responds:
// what its return statements return, whether an error is nil there, what a response holds, and
// whether a text is JSON, or can stand in it. It also says what is sent to the clients of HTTP servers.
package lambdaresp
