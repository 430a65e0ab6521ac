package ssaflow

// Steps are the ways from a value to its copies that a walk follows, a set of bits.
type Steps uint32

const (
	Phis        Steps = 1 << iota // x in { x = a } else { x = b }
	Conversions                   // T(x)
	Interfaces                    // error(apiErr)
	Boxes                         // any(x), error(&T{})
	Assertions                    // x.(T)
	Slices                        // x[i:j]
	Sums                          // x + y, of strings
	Locals                        // variables of functions that stay in memory, closures' included
	Globals                       // variables of the package that nobody else assigns to
	Fields                        // what the package stores in a field of the same name and type
	Elements                      // of arrays, slices and maps
	Channels                      // what is sent
	Params                        // arguments of calls of functions of the package
	Results                       // what these functions return
)
