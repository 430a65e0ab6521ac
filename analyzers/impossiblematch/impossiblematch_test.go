package impossiblematch_test

import (
	"testing"

	"github.com/awserrlint/awserrlint/analyzers/impossiblematch"
	"github.com/awserrlint/awserrlint/internal/ruletest"
)

func Test(t *testing.T) { ruletest.Run(t, impossiblematch.Rule.Analyzer) }
