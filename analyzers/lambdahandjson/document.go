package lambdahandjson

import (
	"encoding/json"
	"errors"
	"slices"
	"strings"
)

// A document is a text that looks like JSON.
type document struct {
	elements []element
	valid    bool // it is JSON if the operands are
}

// An element of a document is a JSON string without its quotes, with operands in it or without, or
// a part that is outside of strings.
type element struct {
	parts    []*part
	inString bool
}

// newDocument returns the document that parts make, false if that does not look like JSON.
func newDocument(parts []part) (*document, bool) {
	first := strings.TrimSpace(parts[0].text)
	if first == "" || first[0] != '{' && first[0] != '[' {
		return nil, false
	}
	parts[0].text = strings.TrimLeft(parts[0].text, " \t\r\n")
	d := &document{elements: elementsOf(parts)}
	var sample strings.Builder
	for _, p := range parts {
		if p.operand != nil {
			sample.WriteString("0") // a number, or a letter of a string
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
	return d, ok && looks && syntax.Offset <= int64(len(parts[0].text)) || d.isCutOff(sample.String())
}

// isCutOff reports whether d, for which text is an example, ends too early, which no operand can mend, since all
// of them are in strings.
func (d *document) isCutOff(text string) bool {
	for _, e := range d.elements {
		if !e.inString && slices.ContainsFunc(e.parts, func(p *part) bool { return p.operand != nil }) {
			return false
		}
	}
	return strings.HasPrefix(text, `{"`) && strings.Contains(text, `":`) && json.Valid([]byte(text+"}"))
}

// elementsOf splits parts at the quotes of JSON strings.
func elementsOf(parts []part) []element {
	elements := []element{{}}
	escaped := false
	for i := range parts {
		last := &elements[len(elements)-1]
		if parts[i].operand != nil {
			last.parts = append(last.parts, &parts[i])
			escaped = false
			continue
		}
		start := 0
		text := parts[i].text
		add := func(end int) {
			if start < end {
				last.parts = append(last.parts, &part{text: text[start:end]})
			}
		}
		for i := 0; i < len(text); i++ {
			switch {
			case escaped:
				escaped = false
			case text[i] == '\\':
				escaped = last.inString
			case text[i] == '"':
				add(i)
				start = i + 1
				elements = append(elements, element{inString: !last.inString})
				last = &elements[len(elements)-1]
			}
		}
		add(len(text))
	}
	return elements
}
