package load

import (
	"context"
	"errors"
	"slices"

	"github.com/awserrlint/awserrlint/internal/load/source"
)

// errNewerStd says that only a newer awserrlint can read the standard library.
var errNewerStd = errors.New("the standard library is newer than the Go that built awserrlint: build awserrlint with that Go")

// verified returns a load of pkgs that can be trusted: l, which holds only what pkgs need of the
// packages that they import, or one that holds the whole of these.
//
// An error in a package can be the fault of the loader, if it left out too much. So packages
// with errors are loaded again, with nothing left out but the bodies of functions. If the errors
// stay, the program has them, and l is as good as a load can be.
func (p *Plan) verified(ctx context.Context, pkgs []*Candidate, l *loader) (*loader, error) {
	doubted := l.doubted()
	if len(doubted) == 0 {
		return l, nil
	}
	whole, err := p.run(ctx, doubted, l, nil)
	if err != nil {
		return nil, err
	}
	if !l.confirmedBy(whole) {
		if l, err = p.run(ctx, pkgs, l, nil); err != nil {
			return nil, err
		}
	}
	return l, l.distrust()
}

// doubted returns the packages to analyze with errors that may be the fault of the loader.
func (l *loader) doubted() []*Candidate {
	var out []*Candidate
	for _, c := range l.analyzed {
		if c.pkg.doubts&(flawed|touched) != 0 {
			out = append(out, c.Candidate)
		}
	}
	return out
}

// confirmedBy reports whether whole, a load of the doubted packages of l, has the errors of l.
func (l *loader) confirmedBy(whole *loader) bool {
	confirmed := make(map[string]bool)
	for _, c := range whole.complaints {
		confirmed[c.String()] = true
	}
	for _, c := range l.complaints {
		if !c.sure && c.inMain() && !confirmed[c.String()] {
			return false
		}
	}
	for _, c := range l.analyzed {
		if c.pkg.doubts&touched != 0 && whole.pkgs[c.Path].doubts&touched == 0 {
			return false
		}
	}
	return true
}

// distrust returns an error if errors in other modules may be the cause of those in a package to
// analyze.
func (l *loader) distrust() error {
	for _, c := range l.analyzed {
		complains := slices.ContainsFunc(l.complaints, func(other complaint) bool { return other.pkg == c.pkg && !other.sure })
		if c.pkg.doubts&foreign == 0 || c.pkg.doubts&touched == 0 && !complains {
			continue
		}
		for _, cause := range l.complaints {
			if cause.pkg.loc.Std && newerStd(l.tree) {
				return errNewerStd
			}
			if !cause.inMain() {
				return errors.New("type error: " + cause.String())
			}
		}
	}
	return nil
}

// newerStd reports whether the standard library is that of a newer Go than the type checker knows.
func newerStd(tree *source.Tree) bool {
	return slices.ContainsFunc(tree.Context.ReleaseTags, tooNew)
}
