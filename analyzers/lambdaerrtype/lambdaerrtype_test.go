package lambdaerrtype_test

import (
	"testing"

	"github.com/awserrlint/awserrlint/analyzers/lambdaerrtype"
	"github.com/awserrlint/awserrlint/internal/ruletest"
)

func Test(t *testing.T) { ruletest.Run(t, lambdaerrtype.Rule.Analyzer) }
