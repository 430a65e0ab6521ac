package source

// Steps is told what a load does, so that users can see what takes time and what is waited for. A
// nil Steps means that nobody listens. Begin may be called concurrently, and steps may overlap.
type Steps interface {
	// Begin says that a step begins, in words that follow the name of the program: "downloading
	// github.com/aws/smithy-go v1.22.0". waits says that it waits for something outside this
	// process, the network or the compiler. The caller calls end when the step ends.
	Begin(what string, waits bool) (end func())
}

// Begin calls s.Begin, if somebody listens.
func Begin(s Steps, what string, waits bool) (end func()) {
	if s == nil {
		return func() {}
	}
	return s.Begin(what, waits)
}
