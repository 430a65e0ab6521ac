package program

import (
	"bytes"
	"math/rand/v2"
	"testing"
)

// TestGenerate checks that a program depends on what is drawn, and on nothing else.
func TestGenerate(t *testing.T) {
	var last []byte
	for seed := range uint64(200) {
		var made [2][]byte
		for i := range made {
			src, err := Generate(rand.New(rand.NewPCG(seed, 0)))
			if err != nil {
				t.Fatalf("seed %d: %v\n%s", seed, err, src)
			}
			made[i] = src
		}
		if !bytes.Equal(made[0], made[1]) {
			t.Errorf("seed %d makes two programs", seed)
		}
		if bytes.Equal(made[0], last) {
			t.Errorf("seed %d makes the program of the one before", seed)
		}
		last = made[0]
	}
}

// TestDraws checks that programs can be made of any bytes.
func TestDraws(t *testing.T) {
	for _, data := range []string{"", "x", "\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff", "AWS calls in every statement that Go has"} {
		if src, err := Generate(Draws([]byte(data))); err != nil {
			t.Errorf("%q: %v\n%s", data, err, src)
		}
	}
}
