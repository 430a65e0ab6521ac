package main

import (
	"os"
	"path/filepath"
)

// checkoutCopies holds a copy of one checkout at a time, to apply fixes in. It copies whole
// repositories, since go.mod may replace a module by the folder of another one.
type checkoutCopies struct {
	temp    string
	current checkout
}

// of returns the root of the copy of c. It makes the copy on first use.
func (cc *checkoutCopies) of(c checkout) (root string, err error) {
	root = filepath.Join(cc.temp, filepath.Base(c.root))
	if cc.current == c {
		return root, nil
	}
	if err := cc.remove(); err != nil {
		return "", err
	}
	if err := os.MkdirAll(root, 0o777); err != nil {
		return "", err
	}
	cc.current = c
	return root, os.CopyFS(root, os.DirFS(c.root))
}

// remove removes the current copy.
func (cc *checkoutCopies) remove() error {
	cc.current = checkout{}
	return os.RemoveAll(cc.temp)
}
