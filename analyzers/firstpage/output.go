package firstpage

import (
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/awserrlint/awserrlint/internal/awssdk"
	"github.com/awserrlint/awserrlint/internal/awssdk/model"
	"github.com/awserrlint/awserrlint/internal/ssaflow"
)

// An output is what the package reads of one output of an operation.
type output struct {
	// members are the values of the members that are read, by their path: "DistributionList.Items".
	members map[string][]ssa.Value

	// escapes says that somebody else may read members, too: the output is returned, stored, or passed
	// to a function whose body is elsewhere.
	escapes bool
}

func outputOf(v ssa.Value) *output {
	o := &output{members: make(map[string][]ssa.Value)}
	o.follow(v, "")
	return o
}

// follow notes what is read of v, the output or a struct that it points to, whose members have the path.
func (o *output) follow(v ssa.Value, path string) {
	const copies = ssaflow.Phis | ssaflow.Conversions | ssaflow.Locals | ssaflow.Params
	w := ssaflow.Forward{Follow: copies, Closures: true, Use: func(instr ssa.Instruction, _ ssa.Value) bool {
		switch instr := instr.(type) {
		case *ssa.BinOp: // a comparison with nil
			return false
		case *ssa.FieldAddr:
			return o.field(instr, path)
		}
		return true
	}}
	o.escapes = o.escapes || w.Any(v)
}

// field notes what is loaded from the field at addr. It reports whether something else is done to it.
func (o *output) field(addr *ssa.FieldAddr, path string) bool {
	field := ssaflow.FieldOf(addr.X.Type(), addr.Field)
	if field == nil {
		return true
	}
	path += field.Name()
	if _, ok := field.Type().Underlying().(*types.Struct); ok {
		return false // the metadata of the request
	}
	return slices.ContainsFunc(*addr.Referrers(), func(ref ssa.Instruction) bool {
		if ssaflow.IsDebug(ref) {
			return false
		}
		load, ok := ref.(*ssa.UnOp)
		if !ok {
			return true
		}
		o.members[path] = append(o.members[path], load)
		if awssdk.Struct(field.Type()) != nil {
			o.follow(load, path+".")
		}
		return false
	})
}

// asksForMore reports whether the program reads one of the members that say whether there are more pages, and where
// the next one begins. Some operations have another flag than the one that p reads, such as HasMoreStreams.
func (o *output) asksForMore(p *model.Paginator) bool {
	for path, values := range o.members {
		if slices.Contains(p.Next, path) || isFlag(values[0].Type()) {
			return true
		}
	}
	return false
}

func isFlag(t types.Type) bool {
	if ptr, ok := t.Underlying().(*types.Pointer); ok {
		t = ptr.Elem()
	}
	b, ok := t.Underlying().(*types.Basic)
	return ok && b.Kind() == types.Bool
}

// lists yields the lists that are read.
func (o *output) lists() []ssa.Value {
	var lists []ssa.Value
	for _, values := range o.members {
		if isList(values[0].Type()) {
			lists = append(lists, values...)
		}
	}
	return lists
}

func isList(t types.Type) bool {
	list, ok := t.Underlying().(*types.Slice)
	return ok && !types.Identical(list.Elem().Underlying(), types.Typ[types.Byte])
}

// counts yields the members that say how long the list is.
func (o *output) counts() []ssa.Value {
	return slices.Concat(o.members["Count"], o.members["KeyCount"])
}
