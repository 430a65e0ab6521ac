package lambdadropresp_test

import (
	"testing"

	"github.com/awserrlint/awserrlint/analyzers/lambdadropresp"
	"github.com/awserrlint/awserrlint/internal/ruletest"
)

func Test(t *testing.T) { ruletest.Run(t, lambdadropresp.Rule.Analyzer) }
