package zerostatus_test

import (
	"testing"

	"github.com/awserrlint/awserrlint/analyzers/zerostatus"
	"github.com/awserrlint/awserrlint/internal/ruletest"
)

func Test(t *testing.T) { ruletest.Run(t, zerostatus.Rule.Analyzer) }
