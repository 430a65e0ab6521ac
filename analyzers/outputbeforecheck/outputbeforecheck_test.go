package outputbeforecheck_test

import (
	"testing"

	"github.com/awserrlint/awserrlint/analyzers/outputbeforecheck"
	"github.com/awserrlint/awserrlint/internal/ruletest"
)

func Test(t *testing.T) { ruletest.Run(t, outputbeforecheck.Rule.Analyzer) }
