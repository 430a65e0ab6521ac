package model_test

import (
	"bytes"
	"encoding/json"
	"os"
	"os/exec"
	"slices"
	"strings"
	"testing"

	"github.com/awserrlint/awserrlint/internal/awssdk/model"
)

// The types of testdata/clients.
type (
	probe struct {
		Service, Operation string
		Answer             answer
		Bucket             string
	}
	answer struct {
		Protocol  model.Protocol
		Status    int
		Code      string
		QueryCode string
	}
	outcome struct {
		Type, Package, Code, Fault, Problem string
	}
	report struct {
		Outcomes       []outcome
		RetriedCodes   []string
		RetriedStatus  []int
		AssumeRoleFail []outcome
	}
)

// goCommand runs the go command in the clients' module, with the given module file.
func goCommand(t testing.TB, modfile string, stdin []byte, verb string, args ...string) []byte {
	t.Helper()
	cmd := exec.Command("go", append([]string{verb, "-modfile=" + modfile}, args...)...)
	cmd.Dir = "testdata/clients"
	cmd.Env = append(os.Environ(), "GOFLAGS=", "GOWORK=off")
	cmd.Stdin = bytes.NewReader(stdin)
	var stderr strings.Builder
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("%v: %v\n%s", cmd, err, stderr.String())
	}
	return out
}

var clientServices = []string{"cloudwatch", "dynamodb", "iam", "lambda", "s3", "sqs"}

// services opens the source of the service packages that the clients are built from.
func services(t *testing.T, modfile string) []*model.Service {
	t.Helper()
	args := []string{"-f", "{{.Dir}}"}
	for _, name := range clientServices {
		args = append(args, "github.com/aws/aws-sdk-go-v2/service/"+name)
	}
	var all []*model.Service
	for dir := range strings.Lines(string(goCommand(t, modfile, nil, "list", args...))) {
		s, err := model.Load(strings.TrimSpace(dir))
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, s)
	}
	return all
}

// A claim is what the model says about an answer.
type claim struct {
	probe
	want outcome
}

// claims returns what the model says about all operations of a service: for each of its
// errors, and for codes that it has no type for.
func claims(t *testing.T, s *model.Service) []claim {
	t.Helper()
	all, err := s.AllErrors()
	if err != nil {
		t.Fatal(err)
	}
	var claims []claim
	ops, err := s.Operations()
	if err != nil {
		t.Fatal(err)
	}
	for i, op := range ops {
		modelled, err := s.Errors(op)
		if err != nil {
			t.Fatal(err)
		}
		add := func(wire, query, typ, code string, fault model.Fault) {
			c := claim{want: outcome{Type: typ, Code: code, Fault: string(fault)}}
			c.Service, c.Operation = s.Name, op
			c.Answer = answer{s.Protocol(), 400, wire, query}
			if typ != "" {
				c.want.Package = s.Name
			}
			noBody, err := s.NoBody(op)
			if err != nil {
				t.Fatal(err)
			}
			if typ == "" && s.Decoder == model.PerOperation && s.Protocol() == model.CBOR {
				c.want.Code = "com.amazonaws.service#" + wire // as the server sends it
			}
			if noBody {
				for _, e := range modelled {
					if e.Type == typ {
						c.Answer.Status = e.HTTPStatus
					}
				}
				if typ == "" {
					c.Answer.Status, c.want.Code = 403, s.AccessDenied(op)
				}
			}
			claims = append(claims, c)
		}
		// All pairs would be 5,000 for Lambda alone; every error is asked for, and every operation.
		asked := modelled
		if s.Decoder == model.ServiceWide {
			asked = []model.Error{modelled[i%len(modelled)], modelled[(i+len(modelled)/2)%len(modelled)]}
		}
		for _, e := range asked {
			switch {
			case e.CodeOpen:
				add(e.WireCodes[0], "Some.Code", e.Type, "Some.Code", e.Fault)
				add(e.WireCodes[0], "", e.Type, e.DefaultCode, e.Fault)
			case e.QueryCompatible:
				add(e.WireCodes[0], e.Code, e.Type, e.Code, e.Fault)
				add(e.WireCodes[0], "", e.Type, e.DefaultCode, e.Fault)
			default:
				add(e.WireCodes[0], "", e.Type, e.Code, e.Fault)
			}
			if wire := strings.ToLower(e.WireCodes[0]); s.Decoder == model.PerOperation && s.Protocol() != model.CBOR {
				add(wire, "", e.Type, e.DefaultCode, e.Fault)
			} else {
				add(wire, "", "", wire, model.FaultUnknown)
			}
		}
		for _, e := range all {
			if !slices.ContainsFunc(modelled, func(m model.Error) bool { return m.Type == e.Type }) {
				add(e.WireCodes[0], "", "", e.WireCodes[0], model.FaultUnknown)
			}
		}
		denied := s.AccessDenied(op)
		if !slices.ContainsFunc(modelled, func(m model.Error) bool { return m.Named(denied) }) {
			add(denied, "", "", denied, model.FaultUnknown)
		}
	}
	return claims
}

// TestClaims compares what the model says with what real clients return.
func TestClaims(t *testing.T) {
	for _, modfile := range []string{"go.mod", "old.mod"} {
		t.Run(modfile, func(t *testing.T) {
			var all []claim
			for _, s := range services(t, modfile) {
				c := claims(t, s)
				t.Logf("%s %s (%s, %s): %d claims", s.Name, s.Version, s.Decoder, s.Protocol(), len(c))
				all = append(all, c...)
			}
			var probes []probe
			for _, c := range all {
				probes = append(probes, c.probe)
			}
			got := run(t, modfile, probes)
			if len(got.Outcomes) != len(all) {
				t.Fatalf("%d outcomes of %d probes", len(got.Outcomes), len(all))
			}
			for i, c := range all {
				if got.Outcomes[i] != c.want {
					t.Errorf("%s.%s answered %+v:\n got %+v\nwant %+v", c.Service, c.Operation, c.Answer, got.Outcomes[i], c.want)
				}
			}
		})
	}
}

func run(t *testing.T, modfile string, probes []probe) report {
	t.Helper()
	in, err := json.Marshal(probes)
	if err != nil {
		t.Fatal(err)
	}
	args := []string{"."}
	if modfile == "old.mod" { // no other test compiles these versions, which takes half the time without inlining
		args = []string{"-gcflags=github.com/aws/...=-l", "."}
	}
	var r report
	if err := json.Unmarshal(goCommand(t, modfile, in, "run", args...), &r); err != nil {
		t.Fatal(err)
	}
	return r
}

// TestOutside checks what the documentation of the package says about errors that
// come from outside of an operation's model.
func TestOutside(t *testing.T) {
	missing := answer{Protocol: model.RestXML, Status: 404, Code: "NoSuchBucket"}
	got := run(t, "go.mod", []probe{{Service: "express", Operation: "HeadObject", Bucket: "b--use1-az4--x-s3", Answer: missing}})

	// Credentials of a role come from sts, and so do the errors of getting them.
	want := outcome{Type: "ExpiredTokenException", Package: "sts", Code: "ExpiredTokenException", Fault: "client"}
	if !slices.Equal(got.AssumeRoleFail, []outcome{want}) {
		t.Errorf("with credentials of a role: got %+v, want %+v", got.AssumeRoleFail, want)
	}
	if !model.GivesCredentials("sts") || model.GivesCredentials("s3") {
		t.Error("GivesCredentials does not know it")
	}

	// A directory bucket needs a session first, whose error comes as text.
	if o := got.Outcomes[0]; o.Type != "" || !strings.Contains(o.Problem, "NoSuchBucket") {
		t.Errorf("of a directory bucket: got %+v, want an untyped error", o)
	}

	dir := strings.TrimSpace(string(goCommand(t, "go.mod", nil, "list", "-f", "{{.Dir}}", "github.com/aws/aws-sdk-go-v2/aws/retry")))
	read, err := model.LoadRetries(dir)
	if err != nil {
		t.Fatal(err)
	}
	slices.Sort(got.RetriedCodes)
	if codes := slices.Sorted(slices.Values(slices.Concat(read.Codes, read.Throttle))); !slices.Equal(got.RetriedCodes, codes) {
		t.Errorf("retried codes: SDK %v\nread %v", got.RetriedCodes, codes)
	}
	slices.Sort(got.RetriedStatus)
	if !slices.Equal(got.RetriedStatus, read.Statuses) {
		t.Errorf("retried statuses: SDK %v, read %v", got.RetriedStatus, read.Statuses)
	}
}

// BenchmarkErrors measures how long it takes to tell the errors of one operation of a
// service that nothing is known of yet.
func BenchmarkErrors(b *testing.B) {
	for _, name := range []string{"s3.HeadObject", "iam.GetUser", "lambda.Invoke"} {
		service, op, _ := strings.Cut(name, ".")
		dir := strings.TrimSpace(string(goCommand(b, "go.mod", nil, "list", "-f", "{{.Dir}}", "github.com/aws/aws-sdk-go-v2/service/"+service)))
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				s, err := model.Load(dir)
				if err != nil {
					b.Fatal(err)
				}
				if _, err := s.Errors(op); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
