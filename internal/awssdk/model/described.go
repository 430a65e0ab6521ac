package model

import (
	"path/filepath"
	"slices"
	"strings"

	"github.com/awserrlint/awserrlint/internal/lazyregexp"
	"github.com/awserrlint/awserrlint/internal/readfile"
)

// A described is what the file of an operation says of it.
type described struct {
	name    string
	source  string   // of the file, with its comments
	members []string // of the input
	needs   bool     // some members of the input are required
}

var inputMember = lazyregexp.New(`(?m)^\t([A-Z]\w*) `)

// describe reads the file of the operation.
func (s *Service) describe(operation string) (*described, error) {
	src, err := readfile.All(filepath.Join(s.Dir, "api_op_"+operation+".go"))
	if err != nil {
		return nil, err
	}
	op := &described{name: operation, source: string(src)}
	if _, input, ok := strings.Cut(op.source, "\ntype "+operation+"Input struct {\n"); ok {
		input, _, _ = strings.Cut(input, "\n}\n")
		op.needs = strings.Contains(input, "// This member is required.")
		for _, m := range inputMember().FindAllStringSubmatch(input, -1) {
			op.members = append(op.members, m[1])
		}
	}
	return op, nil
}

// has reports whether the input has that member.
func (op *described) has(member string) bool { return slices.Contains(op.members, member) }

// names reports whether a member of the input names a thing: TableName and TableArn name a Table.
func (op *described) names(thing string) bool {
	return slices.ContainsFunc(op.members, func(member string) bool { return strings.HasPrefix(member, thing) })
}

// NeedsNothing reports whether no member of the input of the operation is required, as far as the source of the
// SDK says.
func (s *Service) NeedsNothing(operation string) bool {
	op, err := s.describe(operation)
	return err == nil && !op.needs
}
