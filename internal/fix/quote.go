package fix

import (
	"strconv"
	"strings"
)

// Quote returns s as a Go string, a raw one where that can be, over several lines as well.
func Quote(s string) string {
	if strconv.CanBackquote(strings.ReplaceAll(s, "\n", "")) {
		return "`" + s + "`"
	}
	return strconv.Quote(s)
}
