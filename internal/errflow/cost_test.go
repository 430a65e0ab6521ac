package errflow_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"

	"github.com/awserrlint/awserrlint/internal/errflow"
	"github.com/awserrlint/awserrlint/internal/ruletest"
)

// TestCost shows that the cost grows with the size of the code and not faster, on code
// that is tangled: functions call each other in circles and hand errors on through a
// field that all of them share, through closures and variables.
func TestCost(t *testing.T) {
	small, large := steps(t, 2500), steps(t, 10000)
	t.Logf("2,500 functions: %d steps; 10,000 functions: %d steps", small, large)
	if small == 0 || large > 5*small {
		t.Errorf("four times the code costs %.1f times the steps", float64(large)/float64(small))
	}
}

func steps(t *testing.T, n int) int {
	t.Helper()
	dir := t.TempDir()
	for _, f := range []string{"go.mod", "go.sum"} {
		data, err := os.ReadFile(filepath.Join(ruletest.Fixtures(t), f))
		if err != nil {
			t.Fatal(err)
		}
		write(t, filepath.Join(dir, f), string(data))
	}
	write(t, filepath.Join(dir, "p.go"), tangle(n))
	total := 0
	count := &analysis.Analyzer{
		Name:     "count",
		Doc:      "count steps",
		Requires: []*analysis.Analyzer{errflow.Analyzer},
		Run: func(pass *analysis.Pass) (any, error) {
			p := pass.ResultOf[errflow.Analyzer].(*errflow.Package)
			for _, fn := range p.Funcs {
				for _, b := range fn.Blocks {
					if ret, ok := b.Instrs[len(b.Instrs)-1].(*ssa.Return); ok && len(ret.Results) > 0 {
						p.Origins(ret.Results[len(ret.Results)-1])
					}
				}
			}
			total = p.Steps()
			return nil, nil
		},
	}
	res := ruletest.Analyze(t, dir, []*analysis.Analyzer{count}, ".")
	for _, p := range res.Problems {
		t.Errorf("%s: %s", p.Pos, p.Message)
	}
	return total
}

// cluster is how many functions call each other. (The type checker itself takes time
// that grows with its square.)
const cluster = 50

// tangle returns a package of n functions.
func tangle(n int) string {
	var b strings.Builder
	b.WriteString(`package p

import (
	"context"
	"fmt"

	"github.com/aws/aws-sdk-go-v2/service/s3"
)

type store struct {
	client *s3.Client
	err    error
}

`)
	for i := range n {
		first := i / cluster * cluster
		fmt.Fprintf(&b, `func (s *store) f%[1]d(ctx context.Context, n int) (err error) {
	if n == 0 {
		_, err = s.client.GetObject(ctx, nil)
		return fmt.Errorf("get: %%w", err)
	}
	run := func() error { return s.f%[2]d(ctx, n-1) }
	if err := run(); err != nil {
		s.err = err
		return err
	}
	defer func() {
		if err == nil {
			err = s.err
		}
	}()
	return s.f%[3]d(ctx, n-1)
}

`, i, first+(i+1)%cluster, first+(i*7+3)%cluster)
	}
	return b.String()
}

func write(t *testing.T, name, text string) {
	t.Helper()
	if err := os.WriteFile(name, []byte(text), 0o666); err != nil {
		t.Fatal(err)
	}
}
