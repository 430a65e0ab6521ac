package brokenchain_test

import (
	"testing"

	"github.com/awserrlint/awserrlint/analyzers/brokenchain"
	"github.com/awserrlint/awserrlint/internal/ruletest"
)

func Test(t *testing.T) { ruletest.Run(t, brokenchain.Rule.Analyzer) }
