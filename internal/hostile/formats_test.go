//go:build unix

package hostile

import (
	"encoding/json"
	"encoding/xml"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"unicode"

	"github.com/awserrlint/awserrlint/internal/printable"
)

// hostileNames are names of files and folders that mean something to a terminal, a service or a format.
var hostileNames = []string{
	"a b", "per%cent", `quo"te`, "lt<script>alert(1)<", "emoji😀", "rtl\u202eog", "new\nline", "::error file=x::y", " ::stop-commands::x", "-dash", "esc\x1b[2J",
	`back\slash`, "end]]>", "bad\xff",
}

// hostileBody has faults, with texts and comments that mean something there.
const hostileBody = `
import (
	"context"
	"github.com/aws/aws-sdk-go-v2/service/sqs"
)

func f(ctx context.Context, c *sqs.Client) {
	c.SendMessage(ctx, nil) // <script>alert(1)</script> ]]> "
	c.SendMessage(ctx, nil) //awserrlint:ignore no<script>alert(1)</script>]]>` + "\x1b]8;;http://x\x07\u202e" + ` ::error::z
//line ::error file=x::y.go:1
	c.SendMessage(ctx, nil)
//line ` + "a\x1b[2Jb" + `.go:7
	c.SendMessage(ctx, nil)
//line SECRET:1
	c.SendMessage(ctx, nil)
}
`

// TestFormats demands that no format passes on what is hostile, and none shows a file that a line directive names.
func TestFormats(t *testing.T) {
	secret := filepath.Join(t.TempDir(), "credentials")
	if err := os.WriteFile(secret, []byte("aws_secret_access_key\n"), 0o666); err != nil {
		t.Fatal(err)
	}
	files := make(tree)
	for _, name := range hostileNames {
		files["in"+name+"/f.go"] = "package p\n" + strings.ReplaceAll(hostileBody, "SECRET", secret)
		files["files/"+name+".go"] = "package p\n" + strings.NewReplacer("SECRET", secret, "func f(", "func _(").Replace(hostileBody)
	}
	files["::error file=x::y.go"] = "package p\n" + hostileBody
	dir := files.write(t)
	formats := map[string]func(t *testing.T, out string){
		"text": func(t *testing.T, out string) {
			if printable.Lines(out) != out || regexp.MustCompile(`(?m)^\s*::`).MatchString(out) {
				t.Error("a terminal or a service would obey it")
			}
		},
		"github": func(t *testing.T, out string) {
			command := regexp.MustCompile(`^::(error|warning|notice) file=[^:,]*,line=\d+,endLine=\d+(,col=\d+,endColumn=\d+)?,title=\w+::.*$`)
			for line := range strings.Lines(out) {
				if line = strings.TrimSuffix(line, "\n"); !command.MatchString(line) || printable.Line(line) != line {
					t.Errorf("a line is %q", line)
				}
			}
		},
		"json": isJSON, "sarif": isJSON, "codeclimate": isJSON,
		"checkstyle": isXML, "junit": isXML,
		"html": func(t *testing.T, out string) {
			if n := strings.Count(out, "<script"); n != 1 || strings.Contains(out, "alert(1)</script>") {
				t.Errorf("%d scripts", n)
			}
		},
	}
	var args []string
	for name := range formats {
		args = append(args, "-format", name+":"+filepath.Join(dir, name+".out"))
	}
	r := run(t, dir, "awserrlint", append(args, "-cache=off", "./...")...)
	if printable.Lines(r.stderr) != r.stderr {
		t.Errorf("standard error: %q", r.stderr)
	}
	for name, check := range formats {
		t.Run(name, func(t *testing.T) {
			out, err := os.ReadFile(filepath.Join(dir, name+".out"))
			if err != nil || strings.Count(string(out), "SendMessage") < len(hostileNames) {
				t.Fatalf("%v: %v, %s%.500s", err, r, r.stderr, out)
			}
			if strings.Contains(string(out), "aws_secret_access_key") {
				t.Error("it shows a file that a line directive names")
			}
			check(t, string(out))
		})
	}
}

func isJSON(t *testing.T, out string) {
	if !json.Valid([]byte(out)) || strings.ContainsFunc(out, func(r rune) bool { return r != '\n' && r != '\t' && unicode.IsControl(r) }) {
		t.Error("it is no JSON")
	}
}

func isXML(t *testing.T, out string) {
	d := xml.NewDecoder(strings.NewReader(out))
	for {
		if _, err := d.Token(); err == io.EOF {
			return
		} else if err != nil {
			t.Fatal(err)
		}
	}
}
