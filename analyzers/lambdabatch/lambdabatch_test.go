package lambdabatch_test

import (
	"testing"

	"github.com/awserrlint/awserrlint/analyzers/lambdabatch"
	"github.com/awserrlint/awserrlint/internal/ruletest"
)

func Test(t *testing.T) { ruletest.Run(t, lambdabatch.Rule.Analyzer) }
