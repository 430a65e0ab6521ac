package matchorder_test

import (
	"testing"

	"github.com/awserrlint/awserrlint/analyzers/matchorder"
	"github.com/awserrlint/awserrlint/internal/ruletest"
)

func Test(t *testing.T) { ruletest.Run(t, matchorder.Rule.Analyzer) }
