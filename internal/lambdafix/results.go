package lambdafix

import "go/types"

// ErrorResults returns the results of a handler that responds to the error err, an expression, with a response of type t
// that tells the client no more than a status, and no error. The function of the program's own that makes such
// responses is called if there is one. The fix is refused where it is not known how, or where the program writes errors in
// another way.
func (e *Editor) ErrorResults(t types.Type, err string) string {
	if e.kit.opts.Helper != "" {
		return e.ErrorResponse(t) + "(" + err + "), nil"
	}
	if own := e.discreet(t); own != nil {
		return own.results(e, "", err)
	}
	own, others := e.OwnResponse(t)
	_, format := e.OwnBody()
	switch {
	case own == nil && !others && !format:
		return e.ErrorResponse(t) + "(" + err + "), nil"
	case own == nil || own.Error: // it may show the error
		e.Refuse()
		return ""
	}
	http := e.Import("net/http", "http", e.at.Pos())
	e.InsertBefore(e.at, e.Log(err))
	status := http + ".StatusInternalServerError"
	return own.results(e, status, http+".StatusText("+status+")")
}

// discreet returns the function of the package that makes a response of type t of an error alone, without showing it to
// the client, nil if there is none.
func (e *Editor) discreet(t types.Type) *Own {
	for _, o := range e.kit.owns(t) {
		if !o.Error || o.status != nowhere || e.isIn(o.Func) || !e.caller().reaches(o.fun) {
			continue
		}
		if decl := e.kit.declaration(o.Func); decl != nil && keepsToItself(e.kit.pass.TypesInfo, decl) {
			return o
		}
	}
	return nil
}

// results returns a call of o as the results of a handler.
func (o *Own) results(e *Editor, status, message string) string {
	if o.Pair {
		return o.Call(e, status, message)
	}
	return o.Call(e, status, message) + ", nil"
}
