package output

import (
	"crypto/sha256"
	"encoding/hex"
	"strconv"
	"strings"

	"github.com/awserrlint/awserrlint/internal/finding"
)

// fingerprints returns a fingerprint for each finding. It stays the same when the line of the finding
// moves or is indented otherwise: it is of the rule, the file and the line of source, and of how many of these come before.
func fingerprints(findings []finding.Finding, src *Sources) []string {
	seen := make(map[string]int)
	var all []string
	for _, f := range findings {
		parts := []string{f.Rule, slashed(f.Pos), strings.TrimSpace(src.Line(f.Pos.Filename, f.Pos.Line))}
		what := strings.Join(parts, "\n")
		seen[what]++
		all = append(all, fingerprint(append(parts, strconv.Itoa(seen[what]))...))
	}
	return all
}

// fingerprint returns a hash of parts, 32 hexadecimal digits.
func fingerprint(parts ...string) string {
	sum := sha256.Sum256([]byte(strings.Join(parts, "\n")))
	return hex.EncodeToString(sum[:16])
}
