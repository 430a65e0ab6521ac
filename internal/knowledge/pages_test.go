package knowledge

import "testing"

func TestFitsPage(t *testing.T) {
	none := func(string) bool { return false }
	for operation, want := range map[[2]string]bool{
		{"bedrockagentruntime", "Retrieve"}: true, {"cloudwatchlogs", "GetLogEvents"}: true, {"iam", "ListAccessKeys"}: true,
		{"iam", "ListUsers"}: false, {"cloudwatchlogs", "FilterLogEvents"}: false,
	} {
		if got := FitsPage(operation[0], operation[1], none); got != want {
			t.Errorf("%s: got %t", operation, got)
		}
	}
}
