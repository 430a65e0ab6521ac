package discarded_test

import (
	"testing"

	"github.com/awserrlint/awserrlint/analyzers/discarded"
	"github.com/awserrlint/awserrlint/internal/ruletest"
)

func Test(t *testing.T) { ruletest.Run(t, discarded.Rule.Analyzer) }
