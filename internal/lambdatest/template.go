package lambdatest

import (
	"encoding/json"
	"fmt"
	"regexp"
	"strings"
)

// A template is a mapping template of API Gateway, as far as templates for errors need the language:
// "#set($name = expression)" on a line of its own, and these expressions, each with members and
// .replaceAll("regexp", "text") behind it:
//
//	$input.path('$.a.b')   $input.json('$.a.b')   $name
//	$util.parseJson(expression)   $util.escapeJavaScript(expression)
//
// doc https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-mapping-template-reference.html
type template struct {
	input any            // the payload
	vars  map[string]any // by name
	rest  string         // of the text
	bad   bool           // the expression is none that is known
}

// render returns what the template text makes of payload. What it does not know stays as it is, as unknown
// references do in Velocity.
func render(text, payload string) string {
	t := &template{vars: make(map[string]any)}
	json.Unmarshal([]byte(payload), &t.input) //nolint:errcheck // without JSON every path is empty
	var out strings.Builder
	for line := range strings.Lines(text) {
		if m := setLine.FindStringSubmatch(line); m != nil {
			t.rest, t.bad = m[2], false
			t.vars[m[1]] = t.expression()
			continue
		}
		for {
			at := strings.IndexByte(line, '$')
			if at < 0 {
				break
			}
			out.WriteString(line[:at])
			t.rest, t.bad = line[at:], false
			if value := t.expression(); t.bad {
				out.WriteByte('$')
				line = line[at+1:]
			} else {
				out.WriteString(written(value))
				line = t.rest
			}
		}
		out.WriteString(line)
	}
	return out.String()
}

// written returns a value as a template writes it.
func written(value any) string {
	if value == nil {
		return ""
	}
	return fmt.Sprint(value)
}

var (
	setLine    = regexp.MustCompile(`^\s*#set\s*\(\s*\$(\w+)\s*=\s*(.*)\)\s*$`)
	pathCall   = regexp.MustCompile(`^\$input\.(path|json)\('\$\.([^']*)'\)`)
	utilCall   = regexp.MustCompile(`^\$util\.(parseJson|escapeJavaScript)\(`)
	reference  = regexp.MustCompile(`^\$(\w+)`)
	member     = regexp.MustCompile(`^\.(\w+)`)
	replaceAll = regexp.MustCompile(`^\.replaceAll\("([^"]*)",\s*"([^"]*)"\)`)
)

// next consumes what re matches at the start of the rest.
func (t *template) next(re *regexp.Regexp) []string {
	m := re.FindStringSubmatch(t.rest)
	if m != nil {
		t.rest = t.rest[len(m[0]):]
	}
	return m
}

// expression consumes an expression and returns its value.
func (t *template) expression() any {
	value := t.operand()
	for !t.bad {
		if m := t.next(replaceAll); m != nil {
			value = regexp.MustCompile(m[1]).ReplaceAllLiteralString(written(value), m[2])
		} else if m := t.next(member); m != nil {
			object, _ := value.(map[string]any)
			value = object[m[1]]
		} else {
			break
		}
	}
	return value
}

func (t *template) operand() any {
	if m := t.next(pathCall); m != nil {
		value := t.input
		for name := range strings.SplitSeq(m[2], ".") {
			object, _ := value.(map[string]any)
			value = object[name]
		}
		if m[1] == "path" {
			return value
		}
		return encoded(value)
	}
	if m := t.next(utilCall); m != nil {
		arg := written(t.expression())
		if !strings.HasPrefix(t.rest, ")") {
			t.bad = true
			return nil
		}
		t.rest = t.rest[1:]
		if m[1] == "escapeJavaScript" {
			return escapeJavaScript(arg)
		}
		var value any
		json.Unmarshal([]byte(arg), &value) //nolint:errcheck // then it is nil
		return value
	}
	if m := t.next(reference); m != nil {
		value, ok := t.vars[m[1]]
		t.bad = !ok
		return value
	}
	t.bad = true
	return nil
}

// encoded returns value as JSON.
func encoded(value any) string {
	var b strings.Builder
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	enc.Encode(value) //nolint:errcheck // what was decoded can be encoded
	return strings.TrimSuffix(b.String(), "\n")
}

// escapeJavaScript does what StringEscapeUtils.escapeJavaScript of commons-lang does, which $util has: it
// escapes single quotes as well, which JSON does not allow.
func escapeJavaScript(s string) string {
	var b strings.Builder
	for _, r := range s {
		switch r {
		case '\'', '"', '\\', '/':
			b.WriteString(`\` + string(r))
		case '\n':
			b.WriteString(`\n`)
		case '\r':
			b.WriteString(`\r`)
		case '\t':
			b.WriteString(`\t`)
		default:
			if r < ' ' || r > '~' {
				fmt.Fprintf(&b, `\u%04X`, r)
			} else {
				b.WriteRune(r)
			}
		}
	}
	return b.String()
}
