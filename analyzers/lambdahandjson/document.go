package lambdahandjson

import (
	"encoding/json"
	"errors"
	"strings"
)

// A document is a text that looks like JSON.
type document struct {
	parts []*part
	valid bool // it is JSON if the operands are
}

// newDocument returns the document that parts make, false if that does not look like JSON.
func newDocument(parts []part) (*document, bool) {
	first := strings.TrimSpace(parts[0].text)
	if first == "" || first[0] != '{' && first[0] != '[' {
		return nil, false
	}
	parts[0].text = strings.TrimLeft(parts[0].text, " \t\r\n")
	d := new(document)
	inString, escaped := false, false
	var sample strings.Builder
	for i := range parts {
		p := &parts[i]
		d.parts = append(d.parts, p)
		p.inString = inString
		if p.operand != nil {
			sample.WriteString("0") // a number, or a letter of a string
			escaped = false
			continue
		}
		for _, r := range p.text {
			switch {
			case escaped:
				escaped = false
			case r == '\\':
				escaped = inString
			case r == '"':
				inString = !inString
			}
		}
		sample.WriteString(p.text)
	}
	var v any
	err := json.Unmarshal([]byte(sample.String()), &v)
	d.valid = err == nil
	if d.valid {
		return d, true
	}
	// Where the fault stands before the first operand, no operand can mend it.
	syntax, ok := errors.AsType[*json.SyntaxError](err)
	looks := first[0] == '{' && strings.HasSuffix(strings.TrimSpace(sample.String()), "}") && strings.Contains(sample.String(), ":")
	if !ok || !looks || syntax.Offset > int64(len(parts[0].text)) {
		return nil, false
	}
	for _, p := range d.parts {
		p.inString = true
	}
	return d, true
}
