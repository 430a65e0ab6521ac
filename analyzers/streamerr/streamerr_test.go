package streamerr_test

import (
	"testing"

	"github.com/awserrlint/awserrlint/analyzers/streamerr"
	"github.com/awserrlint/awserrlint/internal/ruletest"
)

func Test(t *testing.T) { ruletest.Run(t, streamerr.Rule.Analyzer) }
