package partialfailure_test

import (
	"testing"

	"github.com/awserrlint/awserrlint/analyzers/partialfailure"
	"github.com/awserrlint/awserrlint/internal/ruletest"
)

func Test(t *testing.T) { ruletest.Run(t, partialfailure.Rule.Analyzer) }
