package swallowed_test

import (
	"testing"

	"github.com/awserrlint/awserrlint/analyzers/swallowed"
	"github.com/awserrlint/awserrlint/internal/ruletest"
)

func Test(t *testing.T) { ruletest.Run(t, swallowed.Rule.Analyzer) }
