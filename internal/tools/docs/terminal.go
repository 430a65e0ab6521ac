package docs

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"regexp"
	"strings"
)

// The measures of a picture of a terminal, in the units of an SVG.
const (
	terminalColumns = 120
	charWidth       = 8.4
	lineHeight      = 19
	padding         = 18
)

// colorsOf are the colors of a picture by the code that selects them in a terminal. The others that are
// supported are 1, 2, 22 (bold, faint, neither) and 0.
var colorsOf = map[string]string{"31": "#ff7b72", "32": "#7ee787", "33": "#e3b341", "34": "#79c0ff", "36": "#56d4dd"}

// A style is how text looks.
type style struct {
	color       string // "" is that of the terminal
	bold, faint bool
}

// A run is text of one style in a line.
type run struct {
	style
	text string
}

// terminalSVG returns a picture of a terminal in which command has printed output, with its escape
// sequences for colors.
func terminalSVG(command, output string) ([]byte, error) {
	lines := append([][]run{{{style{color: colorsOf["32"]}, "$ "}, {style{bold: true}, command}}}, terminalLines(output)...)
	width, height := terminalColumns*charWidth+2*padding, len(lines)*lineHeight+2*padding
	var svg bytes.Buffer
	fmt.Fprintf(&svg, `<svg xmlns="http://www.w3.org/2000/svg" width="%.0f" height="%d" viewBox="0 0 %.0f %d" role="img" aria-label="%s in a terminal">`+"\n", width, height, width, height, escaped(command))
	fmt.Fprintf(&svg, `<rect width="%.0f" height="%d" rx="8" fill="#0d1117"/>`+"\n", width, height)
	svg.WriteString(`<g font-family="ui-monospace, SFMono-Regular, Menlo, Consolas, 'DejaVu Sans Mono', monospace" font-size="14" fill="#e6edf3">` + "\n")
	for i, line := range lines {
		column := 0
		for _, r := range line {
			text := strings.Trim(r.text, " ")
			start := column + strings.Index(r.text, text)
			column += len([]rune(r.text))
			if text == "" {
				continue
			}
			// The length makes columns agree, whatever font there is. Of several spaces, an SVG keeps one.
			fmt.Fprintf(&svg, `<text x="%.1f" y="%d" textLength="%.1f" lengthAdjust="spacingAndGlyphs"%s>%s</text>`+"\n",
				padding+float64(start)*charWidth, padding+i*lineHeight+14, float64(len([]rune(text)))*charWidth, r.attributes(), escaped(strings.ReplaceAll(text, " ", "\u00a0")))
		}
	}
	svg.WriteString("</g>\n</svg>\n")
	return svg.Bytes(), xml.Unmarshal(svg.Bytes(), new(struct{ XMLName xml.Name }))
}

// attributes returns those of an SVG text of the style.
func (s style) attributes() string {
	attributes := ""
	if s.color != "" {
		attributes += fmt.Sprintf(" fill=%q", s.color)
	}
	if s.bold {
		attributes += ` font-weight="bold"`
	}
	if s.faint {
		attributes += ` opacity="0.65"`
	}
	return attributes
}

// escape matches a sequence that selects a style.
var escape = regexp.MustCompile("\x1b\\[([0-9;]*)m")

// terminalLines returns the lines of output as a terminal shows them.
func terminalLines(output string) [][]run {
	var lines [][]run
	var now style
	for text := range strings.SplitSeq(strings.TrimRight(strings.ReplaceAll(output, "\r\n", "\n"), "\n"), "\n") {
		line, column := []run{}, 0
		add := func(text string) {
			for _, char := range text {
				shown := string(char)
				if char == '\t' {
					shown = strings.Repeat(" ", 8-column%8)
				}
				if column+len(shown) > terminalColumns {
					lines, line, column = append(lines, line), nil, 0
				}
				column += len([]rune(shown))
				if n := len(line); n > 0 && line[n-1].style == now {
					line[n-1].text += shown
				} else {
					line = append(line, run{now, shown})
				}
			}
		}
		end := 0
		for _, at := range escape.FindAllStringSubmatchIndex(text, -1) {
			add(text[end:at[0]])
			end = at[1]
			for code := range strings.SplitSeq(text[at[2]:at[3]], ";") {
				now = now.with(code)
			}
		}
		add(text[end:])
		lines = append(lines, line)
	}
	return lines
}

// with returns the style after an escape sequence with the code.
func (s style) with(code string) style {
	switch code {
	case "", "0":
		return style{}
	case "1":
		s.bold = true
	case "2":
		s.faint = true
	case "22":
		s.bold, s.faint = false, false
	default:
		s.color = colorsOf[code]
	}
	return s
}

// escaped returns text as XML has it.
func escaped(text string) string {
	var b strings.Builder
	if err := xml.EscapeText(&b, []byte(text)); err != nil {
		panic(err) // a strings.Builder fails never
	}
	return b.String()
}
