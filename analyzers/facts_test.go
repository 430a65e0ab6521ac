package analyzers

import (
	"reflect"
	"testing"

	"golang.org/x/tools/go/analysis"
)

type fact struct{}

func (*fact) AFact() {}

func TestWithoutFacts(t *testing.T) {
	plain := &analysis.Analyzer{Name: "plain", Doc: "plain", Run: func(*analysis.Pass) (any, error) { return nil, nil }}
	below := &analysis.Analyzer{
		Name: "below", Doc: "below", Requires: []*analysis.Analyzer{plain}, FactTypes: []analysis.Fact{new(fact)},
		ResultType: reflect.TypeFor[int](),
		Run:        func(pass *analysis.Pass) (any, error) { return len(pass.Analyzer.FactTypes), nil },
	}
	above := &analysis.Analyzer{
		Name: "above", Doc: "above", Requires: []*analysis.Analyzer{below, plain},
		Run: func(pass *analysis.Pass) (any, error) { return pass.ResultOf[below], nil },
	}

	copies := WithoutFacts([]*analysis.Analyzer{above, plain})
	top := copies[0]
	if err := analysis.Validate(copies); err != nil {
		t.Fatal(err)
	}
	if copies[1] != plain || top.Requires[1] != plain {
		t.Error("an analyzer that needs no facts was copied")
	}
	bottom := top.Requires[0]
	if bottom == below || len(bottom.FactTypes) > 0 || len(below.FactTypes) == 0 {
		t.Errorf("the copy has facts %v, the original %v", bottom.FactTypes, below.FactTypes)
	}
	n, err := bottom.Run(&analysis.Pass{Analyzer: bottom})
	if err != nil {
		t.Fatal(err)
	}
	if got, _ := top.Run(&analysis.Pass{Analyzer: top, ResultOf: map[*analysis.Analyzer]any{bottom: n}}); got != 0 {
		t.Errorf("the copy above sees %v of the one below, want its 0 facts", got)
	}
}
