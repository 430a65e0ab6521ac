package remedy

import (
	"slices"

	"github.com/awserrlint/awserrlint/internal/awspath"
	"github.com/awserrlint/awserrlint/internal/knowledge"
)

// NeverReturn reports that none of the operations returns the error type of the service package at
// servicePath, if that is certain.
func (ops Operations) NeverReturn(servicePath, typ string) (Verdict, bool) {
	if !ops.Complete() {
		return Verdict{}, false
	}
	foreign := true
	for _, op := range ops.known {
		if op.Package != servicePath {
			continue
		}
		if op.models(typ) {
			return Verdict{}, false
		}
		foreign = false
	}
	v, differ := ops.instead(typ)
	if foreign || !ops.ofOneService() {
		v.Of = " of " + awspath.Service(servicePath)
	}
	v.Reason = v.Of
	switch first := ops.known[0]; {
	case first.sendsNothing():
		v.Reason += ", since it only signs a request; " + removeMatch
	case first.inTransaction(typ):
		v.Reason += "; " + ops.matchReasons()
	case differ:
		v.Reason += "; match what each operation returns"
	case v.Type != "":
		v.Reason += "; match " + ops.TypeName(v.ServicePath, v.Type)
		if v.Of != "" {
			v.Reason += " of " + awspath.Service(v.ServicePath)
		}
	case v.Code != "":
		v.Reason += "; " + matchCode(v.Code, false).Advice
	default:
		v.Reason += "; " + removeMatch
	}
	return v, true
}

// SendInstead reports whether one of the operations of the service package at servicePath is known to
// send a code in place of the error type.
func (ops Operations) SendInstead(servicePath, typ string) bool {
	return slices.ContainsFunc(ops.known, func(op operation) bool {
		return op.Package == servicePath && op.service.UnmodelledCode(op.Name, typ) != ""
	})
}

// ofOneService reports whether all of the operations are of one service, whose package of types need not
// be named.
func (ops Operations) ofOneService() bool {
	return !slices.ContainsFunc(ops.known, func(op operation) bool { return op.Package != ops.known[0].Package })
}

// typeFamilies are kinds of errors that services have different names for.
var typeFamilies = []knowledge.Family{knowledge.NotFound, knowledge.AlreadyExists, knowledge.LimitExceeded}

// instead returns the type and the code that operations return for what typ, which never comes,
// says, neither where they differ.
func (ops Operations) instead(typ string) (v Verdict, differ bool) {
	var found []Verdict
	for _, op := range ops.known {
		v := Verdict{Type: op.fitting(typ)}
		if v.Type != "" {
			v.ServicePath = op.Package
		} else if !op.sendsNothing() {
			v.Code = op.service.UnmodelledCode(op.Name, typ)
		}
		if (v.Type != "" || v.Code != "") && !slices.Contains(found, v) {
			found = append(found, v)
		}
	}
	if len(found) != 1 {
		return Verdict{}, len(found) > 1
	}
	return found[0], false
}

// fitting returns the error type of the operation that means what typ says: that of the same name,
// or the only one of its family that can be about the same thing. It is "" where there is none or
// several.
func (op operation) fitting(typ string) string {
	if op.models(typ) {
		return typ
	}
	var same, related []string // about the same thing, and perhaps about it
	for _, family := range typeFamilies {
		if !family.Spelling().MatchString(typ) {
			continue
		}
		thing := family.Thing(typ)
		for _, e := range op.errors {
			if !family.Spelling().MatchString(e.Type) || op.inTransaction(e.Type) {
				continue
			}
			switch other := family.Thing(e.Type); {
			case other == thing:
				same = append(same, e.Type)
			case other == "" || thing == "":
				related = append(related, e.Type)
			}
		}
	}
	switch {
	case len(same) == 1:
		return same[0]
	case len(same) == 0 && len(related) == 1:
		return related[0]
	}
	return ""
}
