package finding

import (
	"go/token"
	"strconv"
	"strings"
)

// ParsePosition returns "file:line:col", "file:line" or "file" as a position, in which line and column are 0 where
// text has none.
func ParsePosition(text string) token.Position {
	at := token.Position{Filename: text}
	for range 2 { // a name may have colons, too
		i := strings.LastIndexByte(at.Filename, ':')
		n, err := strconv.Atoi(at.Filename[i+1:])
		if i < 0 || err != nil {
			break
		}
		at.Filename, at.Line, at.Column = at.Filename[:i], n, at.Line
	}
	return at
}
