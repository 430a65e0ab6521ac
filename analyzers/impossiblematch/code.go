package impossiblematch

import (
	"go/ast"
	"slices"
	"strconv"
	"strings"

	"github.com/awserrlint/awserrlint/internal/awspath"
	"github.com/awserrlint/awserrlint/internal/awssdk"
	"github.com/awserrlint/awserrlint/internal/awssdk/model"
	"github.com/awserrlint/awserrlint/internal/errflow"
	"github.com/awserrlint/awserrlint/internal/errmatch"
	"github.com/awserrlint/awserrlint/internal/fix"
	"github.com/awserrlint/awserrlint/internal/knowledge"
	"github.com/awserrlint/awserrlint/internal/rule"
)

const presign = awssdk.Presign

// checkCode reports check if no operation answers with its code.
func (c *checker) checkCode(check *errmatch.CodeCheck) {
	target := awssdk.TypeName(check.Match.Target)
	if target == nil || target.Pkg() == nil || target.Pkg().Path() != awspath.Smithy {
		return
	}
	o, ok := c.origins(check.Match)
	if !ok {
		return
	}
	answers, ok := c.flow.Answers(o)
	if !ok {
		return
	}
	var verdicts []verdict
	for _, a := range answers {
		v := judge(a, check.Code)
		if !v.impossible {
			return
		}
		verdicts = append(verdicts, v)
	}
	v := verdicts[0]
	if slices.ContainsFunc(verdicts, func(w verdict) bool { return w.instead != v.instead }) {
		v.instead = ""
	}
	if v.instead != "" && c.alsoMatched(check.Match, "", v.instead) {
		return
	}
	message := o.String() + " never answers with the code " + strconv.Quote(check.Code)
	switch {
	case v.guess != "":
		message += "; did you mean " + strconv.Quote(v.guess) + "?"
	case v.instead != "":
		message += ", but with " + strconv.Quote(v.instead)
	case v.advice != "":
		message += "; " + v.advice
	}
	f := rule.Finding{Range: check.Literal, Operation: o.String(), Message: message, Related: o.Calls()}
	if v.instead != "" {
		f.Fix = "compare with " + strconv.Quote(v.instead)
		f.Edit = func() *fix.Editor { return c.replaceLiteral(check.Literal, v.instead) }
	}
	c.pass.Report(f)
}

// replaceLiteral returns the editor of the fix that puts the code in place of lit.
func (c *checker) replaceLiteral(lit ast.Expr, code string) *fix.Editor {
	basic, ok := lit.(*ast.BasicLit)
	if !ok {
		return nil // a constant that others may use, too
	}
	e := c.pass.Fixes.Editor(basic.Pos())
	if e == nil {
		return nil
	}
	e.Replace(basic, strconv.Quote(code))
	return e
}

// A verdict says whether an operation can answer with a code.
type verdict struct {
	impossible bool
	instead    string // the code that it answers with instead
	guess      string // the code that was probably meant
	advice     string
}

// judge returns whether the operation of a can answer with code. Services send many
// codes that they do not model: only what is certainly wrong is impossible.
func judge(a errflow.Answer, code string) verdict {
	for _, e := range a.Errors {
		if e.Answers(code) && !transaction(a, e.Type) || e.CodeOpen && e.Named(code) {
			return verdict{}
		}
	}
	if a.Origin.Form == presign {
		return verdict{impossible: knownTo(a.Service, code), advice: "it sends nothing"}
	}
	for _, e := range a.Errors {
		if transaction(a, e.Type) && e.Answers(code) {
			return verdict{impossible: true, advice: "look at the CancellationReasons of *types.TransactionCanceledException"}
		}
		if e.Type == code {
			return verdict{impossible: true, instead: e.Code}
		}
	}
	if instead, ok := knowledge.CodeOfNumber(code); a.NoBody && ok {
		return verdict{impossible: true, instead: instead}
	}
	if a.NoBody && knownTo(a.Service, code) {
		v := verdict{impossible: true, advice: "a HEAD answer has no body, so its code is the status: NotFound, Forbidden"}
		if knowledge.NotFound.Spelling().MatchString(code) {
			v.instead = "NotFound"
		}
		return v
	}
	if instead, ok := model.MadeBySDKv1(code); ok {
		v := verdict{impossible: true, advice: "only SDK v1 has it"}
		if instead != "" {
			v.advice += "; match " + instead
		}
		return v
	}
	return spelling(a, code)
}

// spelling judges a code that looks like one that the operation answers with.
func spelling(a errflow.Answer, code string) verdict {
	if knownTo(a.Service, code) {
		return verdict{}
	}
	candidates := a.Service.WellKnownCodes()
	for _, e := range a.Errors {
		candidates = append(candidates, e.Code)
	}
	near, ok := model.Nearest(code, candidates)
	if !ok {
		return verdict{}
	}
	if strings.EqualFold(near, code) {
		return verdict{impossible: true, instead: near}
	}
	return verdict{impossible: true, guess: near}
}

// knownTo reports whether code is one that the service has a type for, or that it is
// well known to send.
func knownTo(svc *model.Service, code string) bool {
	if slices.Contains(svc.WellKnownCodes(), code) {
		return true
	}
	all, err := svc.AllErrors()
	return err == nil && slices.ContainsFunc(all, func(e model.Error) bool { return e.Answers(code) })
}
