package lambdabody_test

import (
	"testing"

	"github.com/awserrlint/awserrlint/analyzers/lambdabody"
	"github.com/awserrlint/awserrlint/internal/ruletest"
)

func Test(t *testing.T) { ruletest.Run(t, lambdabody.Rule.Analyzer) }
