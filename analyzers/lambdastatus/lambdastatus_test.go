package lambdastatus_test

import (
	"testing"

	"github.com/awserrlint/awserrlint/analyzers/lambdastatus"
	"github.com/awserrlint/awserrlint/internal/ruletest"
)

func Test(t *testing.T) { ruletest.Run(t, lambdastatus.Rule.Analyzer) }
