package lambdabody

import (
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/awserrlint/awserrlint/internal/awssdk"
	"github.com/awserrlint/awserrlint/internal/errflow"
	"github.com/awserrlint/awserrlint/internal/knowledge"
	"github.com/awserrlint/awserrlint/internal/ssaflow"
)

// isForOperators reports whether those who ask the server are, as far as is known, the people who run it, and have to
// read what AWS says: none but they reach it, its credentials come from a profile of theirs, or it shows them errors of
// operations that manage an account.
func (s *server) isForOperators() bool {
	return s.Responses.ServesLocally() || s.Responses.MayUseProfile() || slices.ContainsFunc(s.found, func(shown shown) bool {
		return slices.ContainsFunc(shown.aws.Ops, manages)
	})
}

// manages reports whether op, a request, is none for what customers keep in a service, or not certain to be one. A feature
// package sends requests for objects.
func manages(op errflow.Origin) bool {
	return op.Form != awssdk.Feature && !knowledge.IsDataOperation(op.Service, op.Name)
}

// onlyWrong is what to do about the text of an error that tells a user what he did wrong.
const onlyWrong = "say only what the user did wrong"

// advice says what to do in place of showing the texts.
func (s *server) advice(shown shown) string {
	switch {
	case slices.ContainsFunc(shown.errs, s.saysMore):
		return "show only the program's own errors"
	case s.Flow.AsksUser(shown.aws):
		return onlyWrong
	case shown.logged:
		return "send a fixed message"
	}
	return "log it and send a fixed message"
}

// passedSteps are the ways from an error that a function sends to those that callers pass for it.
const passedSteps = ssaflow.Phis | ssaflow.Interfaces | ssaflow.Assertions | ssaflow.Locals | ssaflow.Params

// saysMore reports whether callers also pass errors for the parameter err that the program makes itself: a client
// is meant to read those.
func (s *server) saysMore(err ssa.Value) bool {
	if _, ok := err.(*ssa.Parameter); !ok {
		return false
	}
	return slices.ContainsFunc(s.program.Sources(err, passedSteps), func(passed ssa.Value) bool {
		if ssaflow.IsNil(passed) || !awssdk.IsErrorType(ssaflow.Bare(passed).Type()) {
			return false
		}
		o := s.Responses.TextOrigins(passed)
		return !o.AWS() && !o.Unknown
	})
}
