package impossiblematch

import (
	"go/ast"
	"go/types"
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

// checkTarget reports m if no operation that its error comes from can return what
// it asks for.
func (c *checker) checkTarget(m *errmatch.Match) {
	target := awssdk.TypeName(m.Target)
	if target == nil || target.Pkg() == nil {
		return
	}
	path := target.Pkg().Path()
	service, modelled := awspath.ServiceOfTypes(path)
	switch {
	case path == awspath.AWSErr:
		c.checkGeneration(m, 2, "awserr."+target.Name()+" is of SDK v1, and %s of SDK v2 never returns it; match smithy.APIError")
	case !m.Unwraps():
		// A type assertion never matches a wrapped error: errassert says so.
	case modelled:
		if !c.checkGeneration(m, 1, "*types."+target.Name()+" is of SDK v2, and %s of SDK v1 never returns it; match awserr.Error") {
			c.checkModelled(m, target, service)
		}
	case path == awspath.Smithy && target.Name() == "GenericAPIError":
		c.checkGeneric(m)
	}
}

// checkGeneration reports m with the message if all operations are of that generation
// of the SDK.
func (c *checker) checkGeneration(m *errmatch.Match, generation int, message string) bool {
	o, ok := c.origins(m)
	if !ok {
		return false
	}
	for _, op := range o.Ops {
		if op.Generation != generation {
			return false
		}
	}
	c.report(m, o, rule.Finding{Message: strings.Replace(message, "%s", o.String(), 1)})
	return true
}

// checkModelled reports m if none of its operations models the type target of the service
// package at servicePath.
func (c *checker) checkModelled(m *errmatch.Match, target *types.TypeName, servicePath string) {
	o, ok := c.origins(m)
	if !ok {
		return
	}
	service := awspath.Service(servicePath)
	if model.GivesCredentials(service) {
		return
	}
	answers, ok := c.flow.Answers(o)
	if !ok {
		return
	}
	for _, a := range answers {
		if a.Origin.Package == servicePath && models(a, target.Name()) {
			return
		}
	}
	name := "*types." + target.Name()
	a := answers[0]
	sameService := false
	for _, b := range answers {
		if b.Origin.Package == servicePath {
			a, sameService = b, true
		}
	}
	fit, fits := fitting(answers, target.Name())
	code := codeOf(a.Service, target.Name())
	if c.alsoMatched(m, fit, code) {
		return
	}
	f := rule.Finding{Message: o.String() + " never returns " + name}
	switch {
	case a.Origin.Form == presign:
		f.Message += ", since it sends nothing"
	case transaction(a, target.Name()):
		f.Message += "; match *types.TransactionCanceledException and look at its CancellationReasons"
	case fits:
		f.Message += "; match *types." + fit
		f.Fix = "match *types." + fit
		f.Edit = func() *fix.Editor { return c.retarget(m, target, a.Origin.Package+"/types", fit) }
	case !sameService:
		f.Message += ", an error of " + service
	case code != "":
		f.Message += `, which it does not model; match smithy.APIError and its code "` + code + `"`
	}
	c.report(m, o, f)
}

// codeOf returns the code of the type called name, which an operation that does not
// model it can still answer with, "" where the service has no such type.
func codeOf(svc *model.Service, name string) string {
	all, err := svc.AllErrors()
	if err != nil {
		return ""
	}
	for _, e := range all {
		if e.Type == name {
			return e.Code
		}
	}
	return ""
}

// models reports whether a has the error type called name.
func models(a errflow.Answer, name string) bool {
	if transaction(a, name) {
		return false
	}
	for _, e := range a.Errors {
		if e.Type == name {
			return true
		}
	}
	return false
}

// transaction reports whether name is the failed condition of an item of a
// transaction, which comes as a reason for its cancellation only.
func transaction(a errflow.Answer, name string) bool {
	return a.Origin.Service == "dynamodb" && a.Origin.Name == "TransactWriteItems" && name == "ConditionalCheckFailedException"
}

// meanings are kinds of errors that services have different names for.
var meanings = []knowledge.Family{knowledge.NotFound, knowledge.AlreadyExists, knowledge.LimitExceeded}

// fitting returns the only error type of the operation that means what name says,
// false where there is none or several.
func fitting(answers []errflow.Answer, name string) (string, bool) {
	var fit []string
	for _, a := range answers {
		if a.Origin.Package != answers[0].Origin.Package || a.Origin.Name != answers[0].Origin.Name {
			return "", false
		}
	}
	for _, meaning := range meanings {
		if !meaning.Spelling().MatchString(name) {
			continue
		}
		for _, e := range answers[0].Errors {
			if meaning.Spelling().MatchString(e.Type) && !transaction(answers[0], e.Type) {
				fit = append(fit, e.Type)
			}
		}
	}
	if len(fit) != 1 {
		return "", false
	}
	return fit[0], true
}

// checkGeneric reports m, which asks for *smithy.GenericAPIError, if the service models
// every code that the error is then compared with.
func (c *checker) checkGeneric(m *errmatch.Match) {
	var mine []*errmatch.CodeCheck
	for _, check := range c.codes {
		if check.Match == m {
			mine = append(mine, check)
		}
	}
	if len(mine) == 0 {
		return
	}
	o, ok := c.origins(m)
	if !ok {
		return
	}
	answers, ok := c.flow.Answers(o)
	if !ok {
		return
	}
	for _, check := range mine {
		for _, a := range answers {
			if !modelsCode(a, check.Code) {
				return
			}
		}
	}
	c.report(m, o, rule.Finding{
		Message: "*smithy.GenericAPIError never has the code \"" + mine[0].Code + "\" of " + o.String() + ", which has a type for it; match smithy.APIError",
		Fix:     "match smithy.APIError",
		Edit:    func() *fix.Editor { return c.toAPIError(m) },
	})
}

// modelsCode reports whether a has an error type that answers code.
func modelsCode(a errflow.Answer, code string) bool {
	for _, e := range a.Errors {
		if e.Answers(code) {
			return true
		}
	}
	return false
}

// report reports f, a finding about the match m of an error with the origins o.
func (c *checker) report(m *errmatch.Match, o errflow.Origins, f rule.Finding) {
	if _, clause := m.Syntax.Node().(*ast.CaseClause); clause {
		return // of a type switch: errassert
	}
	c.reported[m] = true
	f.Range, f.Operation, f.Related = m.Syntax.Node(), o.String(), o.Calls()
	c.pass.Report(f)
}
