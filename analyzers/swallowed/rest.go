package swallowed

import (
	"slices"

	"github.com/awserrlint/awserrlint/internal/errflow"
	"github.com/awserrlint/awserrlint/internal/rule"
)

// restDropped returns how all errors of site but those of some kinds are dropped:
//
//	if err != nil { if errors.As(err, &notFound) { return false, nil } }; return true, nil
//
// It returns false where something acts on the others in any way, or could.
func restDropped(pass *rule.Pass, site *errflow.Site) (drop, bool) {
	q := inquire(pass.Flow.Program, pass.Asked.Matches(), site.Err, 0)
	if len(q.questions) == 0 {
		return drop{}, false
	}
	p, ok := newPaths(site.Instr.Block(), q, site.Op.Generation)
	if !ok || p.readsError() || p.readsOutput(pass.Flow, site) || p.removes(pass.Flow, site) {
		return drop{}, false
	}
	last, cmp := p.last(), p.comparison()
	if last == nil {
		return drop{}, false
	}
	from := last.asks.Block()
	f := &failure{site: site, cmp: cmp, entry: p.decided[from].fine[0], flow: pass.Flow, asks: q.asks, decided: p.decided}
	if cmp != nil {
		f.entry = p.decided[cmp.Block()].rest[0]
	}
	for _, b := range from.Parent().Blocks {
		if p.rest[b] && !p.fine[b] {
			f.branch = append(f.branch, b)
		}
	}
	if slices.ContainsFunc(f.branch, f.acts) {
		return drop{}, false
	}
	then, ok := f.exits(from, p.decided[from].fine[0])
	return drop{site: site, cmp: cmp, rest: last.asks, then: then}, ok
}
