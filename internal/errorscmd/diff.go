package errorscmd

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"
	"text/tabwriter"

	"github.com/awserrlint/awserrlint/internal/awssdk/model"
)

// A diff is what differs between two versions of a service package in what can be matched. The fields
// are the JSON format.
type diff struct {
	Service           string          `json:"service"`
	Old               side            `json:"old"`
	New               side            `json:"new"`
	TypesAdded        []typeAndCode   `json:"typesAdded"`
	TypesRemoved      []typeAndCode   `json:"typesRemoved"`
	CodesChanged      []codeChange    `json:"codesChanged"`
	OperationsAdded   []string        `json:"operationsAdded"`
	OperationsRemoved []string        `json:"operationsRemoved"`
	Operations        []operationDiff `json:"operations"` // those that can return other types
}

// A side is one of the two versions.
type side struct {
	Version    string         `json:"version"`
	Protocol   model.Protocol `json:"protocol"`
	Decoder    string         `json:"decoder"`
	Operations int            `json:"operations"` // how many
	Types      int            `json:"types"`      // how many

	// QueryCompatible says that the service sends the codes of the query protocol in a header.
	QueryCompatible bool `json:"queryCompatible,omitempty"`
}

type typeAndCode struct {
	Type string `json:"type"`
	Code string `json:"code"`
}

type codeChange struct {
	Type string `json:"type"`
	Old  string `json:"old"`
	New  string `json:"new"`
}

type operationDiff struct {
	Operation string   `json:"operation"`
	Gains     []string `json:"gains,omitempty"` // types that come now; their codes came as *smithy.GenericAPIError
	Loses     []string `json:"loses,omitempty"` // types that come no more; their codes come as *smithy.GenericAPIError
}

// newDiff compares the versions that two arguments name: dynamodb@v1.54.0 and v1.73.1, or dynamodb, in the
// version that the module of dir requires, and latest.
func newDiff(dir, old, new string) (*diff, error) {
	name, oldVersion := versioned(old)
	newName, newVersion := versioned(new)
	if newVersion == "" {
		newName, newVersion = "", new // a version alone
	}
	switch {
	case !serviceName().MatchString(name):
		return nil, fmt.Errorf("%q is no version of a service package, such as dynamodb@v1.54.0", old)
	case newName != "" && newName != name:
		return nil, fmt.Errorf("%s and %s are two services; name two versions of one", name, newName)
	}
	var a *model.Service
	if oldVersion == "" {
		found, err := findService(dir, name)
		if err != nil {
			return nil, err
		}
		a = found.Service
	} else {
		var err error
		if a, err = Fetch(name, oldVersion); err != nil {
			return nil, err
		}
	}
	b, err := Fetch(name, newVersion)
	if err != nil {
		return nil, err
	}
	return compare(a, b)
}

// versioned takes an argument apart that may name a service package in three ways: dynamodb@v1.54.0,
// service/dynamodb@v1.54.0, and its import path. version is "" where there is none.
func versioned(arg string) (name, version string) {
	name, version, _ = strings.Cut(arg, "@")
	name = strings.TrimPrefix(name, servicePrefix)
	return strings.TrimPrefix(name, "service/"), version
}

// compare returns what differs between old and new.
func compare(old, new *model.Service) (*diff, error) {
	oldErrs, err1 := old.AllErrors()
	newErrs, err2 := new.AllErrors()
	oldOps, err3 := old.Operations()
	newOps, err4 := new.Operations()
	if err := cmp.Or(err1, err2, err3, err4); err != nil {
		return nil, err
	}
	d := &diff{
		Service: new.Name,
		Old:     sideOf(old, oldOps, oldErrs),
		New:     sideOf(new, newOps, newErrs),

		TypesAdded: lacking(newErrs, oldErrs), TypesRemoved: lacking(oldErrs, newErrs), CodesChanged: []codeChange{},
		OperationsAdded: without(newOps, oldOps), OperationsRemoved: without(oldOps, newOps), Operations: []operationDiff{},
	}
	for _, e := range newErrs {
		i := slices.IndexFunc(oldErrs, func(o model.Error) bool { return o.Type == e.Type })
		if i >= 0 && codeDiffers(oldErrs[i], e) {
			d.CodesChanged = append(d.CodesChanged, codeChange{e.Type, codesOf(oldErrs[i]), codesOf(e)})
		}
	}
	for _, op := range newOps {
		if !slices.Contains(oldOps, op) {
			continue
		}
		before, err1 := typesOf(old, op)
		after, err2 := typesOf(new, op)
		if err := cmp.Or(err1, err2); err != nil {
			return nil, err
		}
		if gains, loses := without(after, before), without(before, after); len(gains)+len(loses) > 0 {
			d.Operations = append(d.Operations, operationDiff{op, gains, loses})
		}
	}
	return d, nil
}

func sideOf(s *model.Service, operations []string, errs []model.Error) side {
	compatible := slices.ContainsFunc(errs, func(e model.Error) bool { return e.QueryCompatible })
	return side{s.Version, s.Protocol(), s.Decoder.String(), len(operations), len(errs), compatible}
}

// lacking returns those of errs whose types others do not have.
func lacking(errs, others []model.Error) []typeAndCode {
	found := []typeAndCode{}
	for _, e := range errs {
		if !slices.ContainsFunc(others, func(o model.Error) bool { return o.Type == e.Type }) {
			found = append(found, typeAndCode{e.Type, e.Code})
		}
	}
	return found
}

// without returns those of names that are not among others.
func without(names, others []string) []string {
	found := []string{}
	for _, name := range names {
		if !slices.Contains(others, name) {
			found = append(found, name)
		}
	}
	return found
}

// codeDiffers reports whether ErrorCode of an error type returns something else in the new version. What a
// service sends in a header is what it sent before it had the header.
func codeDiffers(old, new model.Error) bool {
	return !old.CodeOpen && !new.CodeOpen && (old.Code != new.Code || old.DefaultCode != new.DefaultCode)
}

// codesOf returns what ErrorCode of e can return, for people.
func codesOf(e model.Error) string {
	if e.DefaultCode != e.Code {
		return e.Code + ", or " + e.DefaultCode + " without X-Amzn-Query-Error"
	}
	return e.Code
}

// typesOf returns the types that the operation can return.
func typesOf(s *model.Service, operation string) ([]string, error) {
	errs, err := s.Errors(operation)
	var types []string
	for _, e := range errs {
		types = append(types, e.Type)
	}
	return types, err
}

func (d *diff) writeText(w io.Writer) error {
	var b strings.Builder
	fmt.Fprintf(&b, "%s%s %s -> %s\n\n", servicePrefix, d.Service, d.Old.Version, d.New.Version)
	d.writeDecoder(&b)
	if d.Old.Protocol != d.New.Protocol {
		fmt.Fprintf(&b, "The protocol is %s, before %s.\n", d.New.Protocol, d.Old.Protocol)
		if d.New.QueryCompatible && !d.Old.QueryCompatible {
			b.WriteString("ErrorCode is what it was, which the service sends in the header X-Amzn-Query-Error, and without it the name of the type.\n")
		}
		b.WriteString("\n")
	}
	section := func(title string, lines []string) {
		if len(lines) == 0 {
			return
		}
		fmt.Fprintf(&b, "%s\n", title)
		t := tabwriter.NewWriter(&b, 0, 8, 2, ' ', 0)
		for _, line := range lines {
			fmt.Fprintf(t, "  %s\n", line)
		}
		t.Flush() // to memory
		b.WriteString("\n")
	}
	section("Removed, so that programs which name them do not compile:", rows(d.TypesRemoved, func(t typeAndCode) string { return "*types." + t.Type + "\t" + t.Code }))
	section("New types:", rows(d.TypesAdded, func(t typeAndCode) string { return "*types." + t.Type + "\t" + t.Code }))
	section("ErrorCode returns something else:", rows(d.CodesChanged, func(c codeChange) string { return "*types." + c.Type + "\t" + c.Old + "\t-> " + c.New }))
	section("New operations:", d.OperationsAdded)
	section("Removed operations:", d.OperationsRemoved)
	if d.New.Decoder != model.ServiceWide.String() || d.Old.Decoder == d.New.Decoder { // otherwise all can
		d.writeOperations(section)
	}
	if len(d.TypesAdded)+len(d.TypesRemoved)+len(d.CodesChanged)+len(d.Operations) == 0 {
		b.WriteString("What can be matched is the same.\n")
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// writeOperations writes which operations can return other types than before.
func (d *diff) writeOperations(section func(title string, lines []string)) {
	section("Operations that can return types whose codes came as *smithy.GenericAPIError before:",
		rows(d.Operations, func(o operationDiff) string { return gained(o.Operation, o.Gains) }))
	section("Operations that no longer return types, whose codes now come as *smithy.GenericAPIError:",
		rows(d.Operations, func(o operationDiff) string { return gained(o.Operation, o.Loses) }))
}

// writeDecoder says what it means that the new version decodes errors in another way.
func (d *diff) writeDecoder(b *strings.Builder) {
	if d.Old.Decoder == d.New.Decoder {
		return
	}
	fmt.Fprintf(b, "Errors resolve %s, before %s.\n", d.New.Decoder, d.Old.Decoder)
	if d.New.Decoder == model.ServiceWide.String() {
		fmt.Fprintf(b, "Each of the %d operations can return each of the %d types. A match of *smithy.GenericAPIError with the\n"+
			"code of one of them finds nothing any more: match smithy.APIError, or the type.\n", d.New.Operations, d.New.Types)
	}
	b.WriteString("\n")
}

// rows returns the lines of a section, without empty ones.
func rows[E any](list []E, line func(E) string) []string {
	var lines []string
	for _, e := range list {
		if l := line(e); l != "" {
			lines = append(lines, l)
		}
	}
	return lines
}

// gained returns the line of an operation, "" if there are no types.
func gained(operation string, types []string) string {
	if len(types) == 0 {
		return ""
	}
	return operation + "\t" + shortened(types)
}
