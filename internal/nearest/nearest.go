package nearest

import (
	"strings"

	"github.com/agnivade/levenshtein"
)

// maxDistance is how many letters a name may differ from the one that was meant.
const maxDistance = 2

// Name returns the candidate that name most likely stands for: one that
// differs in case only, or in at most two letters. There is none for a name that is
// among the candidates, or so short that two letters are half of it.
func Name(name string, candidates []string) (string, bool) {
	best, least := "", maxDistance+1
	for _, c := range candidates {
		if c == name {
			return "", false
		}
		d := levenshtein.ComputeDistance(strings.ToLower(name), strings.ToLower(c))
		if d < least {
			best, least = c, d
		}
	}
	if best == "" || 2*least >= len(name) {
		return "", false
	}
	return best, true
}
