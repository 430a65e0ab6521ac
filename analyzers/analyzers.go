package analyzers

import (
	"github.com/awserrlint/awserrlint/analyzers/brokenchain"
	"github.com/awserrlint/awserrlint/analyzers/discarded"
	"github.com/awserrlint/awserrlint/analyzers/errassert"
	"github.com/awserrlint/awserrlint/analyzers/errstring"
	"github.com/awserrlint/awserrlint/analyzers/firstpage"
	"github.com/awserrlint/awserrlint/analyzers/impossiblematch"
	"github.com/awserrlint/awserrlint/analyzers/lambdaasync"
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
	"github.com/awserrlint/awserrlint/analyzers/zerostatus"
	"github.com/awserrlint/awserrlint/internal/rule"
)

// All returns the rules, in the order of the documentation.
func All() []*rule.Rule {
	return []*rule.Rule{
		discarded.Rule,
		swallowed.Rule,
		partialfailure.Rule,
		streamerr.Rule,
		outputbeforecheck.Rule,
		firstpage.Rule,
		errstring.Rule,
		errassert.Rule,
		impossiblematch.Rule,
		matchorder.Rule,
		brokenchain.Rule,
		zerostatus.Rule,
		lambdaproxyerr.Rule,
		lambdadropresp.Rule,
		lambdabody.Rule,
		lambdahandjson.Rule,
		lambdaerrvalue.Rule,
		lambdastatus.Rule,
		lambdajsonerr.Rule,
		lambdaerrtype.Rule,
		lambdabatch.Rule,
		lambdaasync.Rule,
	}
}
