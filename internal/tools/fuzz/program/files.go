package program

import (
	"fmt"
	"math/rand/v2"
)

// Files returns n packages of one file each, by slash-separated file names. The number of the first is first. A seed and a number
// always make the same package.
func Files(seed uint64, first, n int) (map[string][]byte, error) {
	files := make(map[string][]byte)
	for i := first; i < first+n; i++ {
		src, err := Generate(rand.New(rand.NewPCG(seed, uint64(i))))
		if err != nil {
			return nil, fmt.Errorf("program %d: %w\n%s", i, err, src)
		}
		files[fmt.Sprintf("p%06d/p.go", i)] = src
	}
	return files, nil
}
