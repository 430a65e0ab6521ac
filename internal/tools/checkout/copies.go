package checkout

import (
	"os"
	"path/filepath"
)

// Copies holds a copy of one checkout at a time, to apply fixes in. It copies whole
// repositories, since go.mod may replace a module by the folder of another one.
type Copies struct {
	Temp    string
	current Checkout
}

// Of returns the root of the copy of c. It makes the copy on first use.
func (cc *Copies) Of(c Checkout) (root string, err error) {
	root = filepath.Join(cc.Temp, filepath.Base(c.Root))
	if cc.current == c {
		return root, nil
	}
	if err := cc.Remove(); err != nil {
		return "", err
	}
	if err := os.MkdirAll(root, 0o777); err != nil {
		return "", err
	}
	cc.current = c
	return root, os.CopyFS(root, os.DirFS(c.Root))
}

// Remove removes the current copy.
func (cc *Copies) Remove() error {
	cc.current = Checkout{}
	return os.RemoveAll(cc.Temp)
}
