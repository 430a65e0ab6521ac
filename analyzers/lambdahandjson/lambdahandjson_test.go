package lambdahandjson_test

import (
	"testing"

	"github.com/awserrlint/awserrlint/analyzers/lambdahandjson"
	"github.com/awserrlint/awserrlint/internal/ruletest"
)

func Test(t *testing.T) { ruletest.Run(t, lambdahandjson.Rule.Analyzer) }
