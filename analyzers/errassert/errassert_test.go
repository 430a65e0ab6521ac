package errassert_test

import (
	"testing"

	"github.com/awserrlint/awserrlint/analyzers/errassert"
	"github.com/awserrlint/awserrlint/internal/ruletest"
)

func Test(t *testing.T) { ruletest.Run(t, errassert.Analyzer) }
