// Package analyzers lists the rules of awserrlint.
package analyzers

import (
	"honnef.co/go/tools/analysis/lint"

	"github.com/awserrlint/awserrlint/analyzers/discarded"
	"github.com/awserrlint/awserrlint/analyzers/errassert"
	"github.com/awserrlint/awserrlint/analyzers/errstring"
	"github.com/awserrlint/awserrlint/analyzers/impossiblematch"
	"github.com/awserrlint/awserrlint/analyzers/lambdabatch"
	"github.com/awserrlint/awserrlint/analyzers/lambdabody"
	"github.com/awserrlint/awserrlint/analyzers/lambdadropresp"
	"github.com/awserrlint/awserrlint/analyzers/lambdaerrtype"
	"github.com/awserrlint/awserrlint/analyzers/lambdaerrvalue"
	"github.com/awserrlint/awserrlint/analyzers/lambdahandjson"
	"github.com/awserrlint/awserrlint/analyzers/lambdajsonerr"
	"github.com/awserrlint/awserrlint/analyzers/lambdaproxyerr"
	"github.com/awserrlint/awserrlint/analyzers/lambdastatus"
	"github.com/awserrlint/awserrlint/analyzers/matchorder"
	"github.com/awserrlint/awserrlint/analyzers/outputbeforecheck"
	"github.com/awserrlint/awserrlint/analyzers/partialfailure"
	"github.com/awserrlint/awserrlint/analyzers/streamerr"
	"github.com/awserrlint/awserrlint/analyzers/swallowed"
)

// All returns the rules, in the order of the documentation.
func All() []*lint.Analyzer {
	return []*lint.Analyzer{
		{Analyzer: discarded.Analyzer, Doc: discarded.Doc},
		{Analyzer: swallowed.Analyzer, Doc: swallowed.Doc},
		{Analyzer: partialfailure.Analyzer, Doc: partialfailure.Doc},
		{Analyzer: streamerr.Analyzer, Doc: streamerr.Doc},
		{Analyzer: outputbeforecheck.Analyzer, Doc: outputbeforecheck.Doc},
		{Analyzer: errstring.Analyzer, Doc: errstring.Doc},
		{Analyzer: errassert.Analyzer, Doc: errassert.Doc},
		{Analyzer: impossiblematch.Analyzer, Doc: impossiblematch.Doc},
		{Analyzer: matchorder.Analyzer, Doc: matchorder.Doc},
		{Analyzer: lambdaproxyerr.Analyzer, Doc: lambdaproxyerr.Doc},
		{Analyzer: lambdadropresp.Analyzer, Doc: lambdadropresp.Doc},
		{Analyzer: lambdabody.Analyzer, Doc: lambdabody.Doc},
		{Analyzer: lambdahandjson.Analyzer, Doc: lambdahandjson.Doc},
		{Analyzer: lambdaerrvalue.Analyzer, Doc: lambdaerrvalue.Doc},
		{Analyzer: lambdastatus.Analyzer, Doc: lambdastatus.Doc},
		{Analyzer: lambdajsonerr.Analyzer, Doc: lambdajsonerr.Doc},
		{Analyzer: lambdaerrtype.Analyzer, Doc: lambdaerrtype.Doc},
		{Analyzer: lambdabatch.Analyzer, Doc: lambdabatch.Doc},
	}
}
