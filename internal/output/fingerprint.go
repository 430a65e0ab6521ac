package output

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"

	"github.com/awserrlint/awserrlint/internal/finding"
)

// fingerprints returns a hash for each finding, 32 hexadecimal digits. It stays the same when the finding's line
// moves: it is of the rule, the file and the line of source, and of how many of these come before.
func fingerprints(findings []finding.Finding, src *Sources) []string {
	seen := make(map[string]int)
	var all []string
	for _, f := range findings {
		what := fmt.Sprintf("%s\n%s\n%s\n", f.Rule, slashed(f.Pos), src.Line(f.Pos.Filename, f.Pos.Line))
		seen[what]++
		sum := sha256.Sum256(fmt.Append([]byte(what), seen[what]))
		all = append(all, hex.EncodeToString(sum[:16]))
	}
	return all
}
