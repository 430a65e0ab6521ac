package errstring_test

import (
	"testing"

	"github.com/awserrlint/awserrlint/analyzers/errstring"
	"github.com/awserrlint/awserrlint/internal/ruletest"
)

func Test(t *testing.T) { ruletest.Run(t, errstring.Analyzer) }
