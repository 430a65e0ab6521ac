package errorscmd

import (
	"fmt"
	"strconv"
	"strings"
)

// Words are what tables say of an error.
type Words struct {
	Match   string // what to match it with: "*types.NoSuchKey", "smithy.APIError"
	Code    string // what ErrorCode returns; a star stands for other codes
	Status  string // of the response, "-" where it is not known
	Retried string // whether the SDK tries again: "yes" or "no"
	Means   string // "not found", or several such words; "" where that is not known
}

// Words returns e in words.
func (e Error) Words() Words {
	w := Words{Match: matchOf(e.Type), Code: e.Code, Status: statusWord(e.Status), Retried: "no"}
	if e.DefaultCode != "" {
		w.Code += " or " + e.DefaultCode
	}
	if e.CodeOpen {
		w.Code += " *"
	}
	if e.Message != "" {
		w.Code += fmt.Sprintf(", message %q", e.Message)
	}
	if e.Retryable {
		w.Retried = "yes"
	}
	var means []string
	for _, m := range e.Means {
		means = append(means, string(m))
	}
	w.Means = strings.Join(means, ", ")
	return w
}

func statusWord(status int) string {
	if status == 0 {
		return "-"
	}
	return strconv.Itoa(status)
}

// matchOf returns what to match an error with: its type, or what has a code where it has none.
func matchOf(typ string) string {
	if typ == "" {
		return "smithy.APIError"
	}
	return "*types." + typ
}
