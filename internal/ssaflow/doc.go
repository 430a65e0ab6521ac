// Package ssaflow says how values travel through the functions of one package: where a value can
// come from, where it goes, and by which paths. It works on the SSA form and knows nothing of AWS.
//
// There is one walker each way. [Backward] goes from a value to what it can be a copy of, [Forward]
// from a value to what is done with it. What a walk is for is its policy: which steps it follows
// and what it makes of the values where they end. A shape of Go that neither walker knows ends the
// walk, and is one edit: a case in [Program.sources], or in [Forward.passes].
package ssaflow
