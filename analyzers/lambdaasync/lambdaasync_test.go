package lambdaasync_test

import (
	"testing"

	"github.com/awserrlint/awserrlint/analyzers/lambdaasync"
	"github.com/awserrlint/awserrlint/internal/ruletest"
)

func Test(t *testing.T) { ruletest.Run(t, lambdaasync.Rule.Analyzer) }
