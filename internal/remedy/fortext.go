package remedy

import (
	"slices"
)

// ForText returns what to ask in place of whether the text of the error is, or holds, s. It returns
// false where s says nothing that a type, a code or a status would say as well. refined says that s
// only says more of an error that is known to be of AWS: words that people read do not count then.
func (ops Operations) ForText(s string, refined bool) (Remedy, bool) {
	t := parse(s)
	switch {
	case ops.generation == 0:
		return Remedy{}, false
	case ops.generation == 1:
		return ops.forV1(t)
	case len(ops.known) == 0: // configuration, instance metadata and the like have no codes
		return Remedy{}, false
	case !slices.ContainsFunc(ops.known, func(op operation) bool { return !op.sendsNothing() }):
		return Remedy{}, false // only who gives credentials can fail, with errors of another service
	case t.status != 0:
		return matchStatus(t.status), !ops.partial && (!ops.mixed || len(s) > len("404"))
	case t.code != "":
		switch r, ok := ops.forWord(t.code, true); {
		case !ok || r.Type == "" && (r.Code == "" || isShared(r.Code)):
		case ops.haveNoBody():
			return r, true
		default:
			return r.withMessage("ErrorMessage", t.message), true
		}
	}
	for _, w := range t.words {
		r, ok := ops.forWord(w, t.whole)
		switch {
		case !ok:
			continue
		case t.isFragment():
			return ops.forFragment(r, w), true
		}
		return r, true
	}
	if refined || ops.mixed {
		return Remedy{}, false
	}
	return ops.forMessage(s)
}
