package lambdaresp

import "math/bits"

// A may is the set of what may hold of a value, a bit for each T. The zero value of T says that nothing is known.
type may[T ~int] uint

// only returns the set of t alone.
func only[T ~int](t T) may[T] { return 1 << t }

// join returns what may hold of one of two values.
func join[T ~int](x, y may[T]) may[T] { return x | y }

// agreed returns what holds for certain.
func (m may[T]) agreed() T {
	if bits.OnesCount(uint(m)) != 1 {
		return 0
	}
	return T(bits.TrailingZeros(uint(m)))
}
