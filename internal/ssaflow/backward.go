package ssaflow

import (
	"slices"

	"golang.org/x/tools/go/ssa"
)

// maxSteps bounds a walk: no value of a real program has more sources.
const maxSteps = 5000

// Sources returns the values that v can be a copy of by the steps, where these end. Where v can
// also come from what the package does not see, they are not all.
func (p *Program) Sources(v ssa.Value, follow Steps) []ssa.Value {
	w := Backward[[]ssa.Value]{
		Program: p,
		Follow:  follow,
		Leaf:    func(at At) []ssa.Value { return []ssa.Value{at.Value} },
		Join:    Union,
	}
	return w.From(v)
}

// Union returns the values in x or y, each once, as a Backward joins them. It leaves x and y as they
// are.
func Union(x, y []ssa.Value) []ssa.Value {
	for _, v := range y {
		if !slices.Contains(x, v) {
			x = append(x[:len(x):len(x)], v)
		}
	}
	return x
}

// A Backward is a walk from values to where they can come from. R is what its policy says of a
// value; its zero value says nothing, as of a value without sources. A Backward remembers what it
// has found, so one is for questions that belong together.
type Backward[R any] struct {
	*Program

	// Follow are the steps to take.
	Follow Steps

	// Blocks says that policies ask for the block in which a value is read. Without it, At.Block is nil.
	Blocks bool

	// Look says what holds of a value, before the walk follows it: false where it is to go on. It may be nil.
	Look func(at At) (R, bool)

	// Leaf says what holds of a value that no step leads on from.
	Leaf func(at At) R

	// Join puts together what holds of two sources of one value.
	Join func(x, y R) R

	// Others is what holds where a value can also come from what the walk does not see, and where it gives up.
	Others R

	known map[At]R
	busy  map[At]bool
}

// An At is a value that a walk has come to.
type At struct {
	Value ssa.Value

	// Elements says that it is not Value that is asked for, but what Value holds: an array, a slice or a map.
	Elements bool

	// Block is where the value is read.
	Block *ssa.BasicBlock
}

// From returns what holds of v where it is made.
func (w *Backward[R]) From(v ssa.Value) R { return w.at(At{Value: v}) }

// In returns what holds of v where it is read in the block b, in which more may be known of it.
func (w *Backward[R]) In(v ssa.Value, b *ssa.BasicBlock) R { return w.at(At{Value: v, Block: b}) }

// Elements returns what holds of the elements of the array, slice or map v.
func (w *Backward[R]) Elements(v ssa.Value) R { return w.at(At{Value: v, Elements: true}) }

func (w *Backward[R]) at(at At) R {
	if !w.Blocks {
		at.Block = nil
	}
	var r R
	if known, ok := w.known[at]; ok {
		return known
	}
	if w.busy[at] {
		return r // a loop: the other ways into it say what holds
	}
	if w.known == nil {
		w.known, w.busy = make(map[At]R), make(map[At]bool)
	}
	if len(w.known)+len(w.busy) > maxSteps {
		return w.Others
	}
	w.busy[at] = true
	r = w.look(at)
	delete(w.busy, at)
	w.known[at] = r
	return r
}

func (w *Backward[R]) look(at At) R {
	if w.Look != nil {
		if r, ok := w.Look(at); ok {
			return r
		}
	}
	from, open, ok := w.sources(at, w.Follow)
	if !ok {
		return w.Leaf(at)
	}
	var r R
	if open {
		r = w.Others
	}
	for _, source := range from {
		r = w.Join(r, w.at(source))
	}
	return r
}
