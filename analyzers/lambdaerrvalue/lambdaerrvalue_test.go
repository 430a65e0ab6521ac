package lambdaerrvalue_test

import (
	"testing"

	"github.com/awserrlint/awserrlint/analyzers/lambdaerrvalue"
	"github.com/awserrlint/awserrlint/internal/ruletest"
)

func Test(t *testing.T) { ruletest.Run(t, lambdaerrvalue.Rule.Analyzer) }
