package lambdaproxyerr_test

import (
	"testing"

	"github.com/awserrlint/awserrlint/analyzers/lambdaproxyerr"
	"github.com/awserrlint/awserrlint/internal/ruletest"
)

func Test(t *testing.T) { ruletest.Run(t, lambdaproxyerr.Rule.Analyzer) }
