package firstpage_test

import (
	"testing"

	"github.com/awserrlint/awserrlint/analyzers/firstpage"
	"github.com/awserrlint/awserrlint/internal/ruletest"
)

func Test(t *testing.T) { ruletest.Run(t, firstpage.Rule.Analyzer) }
