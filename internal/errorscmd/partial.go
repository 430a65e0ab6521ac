package errorscmd

import (
	"fmt"
	"go/types"
	"strings"

	"github.com/awserrlint/awserrlint/internal/awssdk"
)

// partialFailure returns statements that look for failures in the output, which come with a nil error. It is
// "" where the error tells all.
func partialFailure(out awssdk.Output) string {
	var whole, members []string
	for _, f := range out.Failures {
		member := fieldOf(out.Struct, f.Member)
		if member == nil || len(f.Codes) > 0 && len(whole) > 0 {
			continue // the whole tells it as well
		}
		members = append(members, f.Member)
		if len(f.Codes) == 0 {
			whole = append(whole, fails("out."+f.Member, member))
			continue
		}
		list, ok := member.Underlying().(*types.Slice)
		if !ok {
			continue
		}
		if code := fieldOf(awssdk.Struct(list.Elem()), f.Codes[0]); code != nil {
			return fmt.Sprintf("for _, entry := range out.%s {\nif %s {\nreturn out, errors.New(%q)\n}\n}\n", f.Member, fails("entry."+f.Codes[0], code), "failed in part: see "+f.String())
		}
	}
	if len(whole) == 0 {
		return ""
	}
	return fmt.Sprintf("if %s {\nreturn out, errors.New(%q)\n}\n", strings.Join(whole, " || "), "failed in part: see "+strings.Join(members, ", "))
}

// fieldOf returns the type of the field called name, nil if s has none.
func fieldOf(s *types.Struct, name string) types.Type {
	if s != nil {
		for field := range s.Fields() {
			if field.Name() == name {
				return field.Type()
			}
		}
	}
	return nil
}

// fails returns the condition that the expression e, of type t, tells of a failure.
func fails(e string, t types.Type) string {
	switch t := t.Underlying().(type) {
	case *types.Slice, *types.Map:
		return "len(" + e + ") > 0"
	case *types.Basic:
		if t.Info()&types.IsString != 0 {
			return e + ` != ""`
		}
		return e + " > 0"
	case *types.Pointer:
		if elem, ok := t.Elem().Underlying().(*types.Basic); ok && elem.Info()&types.IsInteger != 0 {
			return e + " != nil && *" + e + " > 0"
		}
	}
	return e + " != nil"
}
