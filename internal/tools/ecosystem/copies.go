package main

import (
	"os"
	"path/filepath"
)

// checkoutCopies keeps a copy of one checkout at a time, in which fixes may be
// applied. It is of the whole repository, so that modules find each other where
// go.mod replaces one by another's folder.
type checkoutCopies struct {
	temp    string
	current checkout
}

// of returns the root of the copy of c, which is made on first use.
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

// remove removes the copy that there is.
func (cc *checkoutCopies) remove() error {
	cc.current = checkout{}
	return os.RemoveAll(cc.temp)
}
