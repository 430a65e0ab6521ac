package lambdajsonerr_test

import (
	"testing"

	"github.com/awserrlint/awserrlint/analyzers/lambdajsonerr"
	"github.com/awserrlint/awserrlint/internal/ruletest"
)

func Test(t *testing.T) { ruletest.Run(t, lambdajsonerr.Analyzer) }
