package firstpage

import (
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/awserrlint/awserrlint/internal/awssdk"
	"github.com/awserrlint/awserrlint/internal/awssdk/model"
	"github.com/awserrlint/awserrlint/internal/knowledge"
	"github.com/awserrlint/awserrlint/internal/lazyregexp"
	"github.com/awserrlint/awserrlint/internal/ssaflow"
)

// bounded reports whether in asks op for no more than what it sends in one page, or may: it names what to list, says how
// much, where to begin, or what comes first. What the paginator of op sets is not looked at.
func (in input) bounded(op *awssdk.Operation) bool {
	set := func(member string) bool { return in.members[member] != nil }
	if in.open || knowledge.FitsPage(op.Service, op.Name, set) {
		return true
	}
	for name, v := range in.members {
		if limits().MatchString(name) || prefixes().MatchString(name) || sorts().MatchString(name) || begins().MatchString(name) && isString(v.Type()) ||
			identifies(op, name, v.Type()) || filters().MatchString(name) && picks(op, v) {
			return true
		}
	}
	return op.Service == "dynamodb" && in.wholeKey()
}

// pages reports whether in sets what p sets: where the page begins, and how long it may be.
func (in input) pages(p *model.Paginator) bool {
	return in.members[p.Limit] != nil || slices.ContainsFunc(p.Tokens, func(token string) bool { return in.members[token] != nil })
}

// Names of members of inputs.
var (
	limits   = lazyregexp.New(`^(Max|Limit|Page)|PageSize$`)             // how long a page may be, also where the paginator does not set it
	sorts    = lazyregexp.New(`^(Sort|Order|Descending|Reverse)`)        // what comes first, which is what matters
	prefixes = lazyregexp.New(`NamePrefix$`)                             // of a name, which comes first among those that begin with it
	begins   = lazyregexp.New(`^(Exclusive)?Start`)                      // where in a sorted list to begin: StartAfter, ExclusiveStartStreamName
	filters  = lazyregexp.New(`^(.*[^g])?Filters?$`)                     // conditions, but not on tags
	identity = lazyregexp.New(`(?i)^(.*?)(Id|Name|Arn|Identifier)(s?)$`) // what names a thing, or several
)

// isString reports whether t is a string type or a pointer to one.
func isString(t types.Type) bool {
	if ptr, ok := t.Underlying().(*types.Pointer); ok {
		t = ptr.Elem()
	}
	b, ok := t.Underlying().(*types.Basic)
	return ok && b.Info()&types.IsString != 0
}

// identifies reports whether the member called name, of type t, names what op lists, so that it lists no more than
// that: DBInstanceIdentifier for DescribeDBInstances, InstanceIds, InstanceTypes for DescribeInstanceTypes.
// LogGroupName only says what the streams that DescribeLogStreams lists are parts of.
func identifies(op *awssdk.Operation, name string, t types.Type) bool {
	if !isText(t) {
		return false // ExpressionAttributeNames
	}
	nouns := listed(op)
	if m := identity().FindStringSubmatch(name); m != nil {
		return m[3] != "" || isList(t) || m[1] == "" || slices.Contains(nouns, strings.ToLower(m[1]))
	}
	return isList(t) && slices.ContainsFunc(nouns, func(noun string) bool {
		rest, ok := strings.CutPrefix(strings.ToLower(name), noun)
		return ok && !strings.Contains(rest, "filter") // StackStatusFilter picks many
	})
}

// isText reports whether t is a string type, a pointer to one, or a list of such.
func isText(t types.Type) bool {
	if list, ok := t.Underlying().(*types.Slice); ok {
		t = list.Elem()
	}
	return isString(t)
}

// listed returns what op lists, in the singular and in lower case: "dbinstance" for DescribeDBInstances. It is what the lists in
// its output are called, and the noun of the operation where that is plural: GetGroup lists the users of one group.
func listed(op *awssdk.Operation) (nouns []string) {
	add := func(plural string) {
		plural = strings.ToLower(plural)
		if base, ok := strings.CutSuffix(plural, "ies"); ok {
			nouns = append(nouns, base+"y")
		} else if base, ok := strings.CutSuffix(plural, "s"); ok {
			nouns = append(nouns, base)
		}
	}
	add(knowledge.Noun(op.Name))
	if output := awssdk.Struct(op.Output); output != nil {
		for field := range output.Fields() {
			if isList(field.Type()) {
				add(field.Name())
			}
		}
	}
	return nouns
}

// picks reports whether v, some conditions, names what op lists: a filter for "instance-type" of
// DescribeInstanceTypeOfferings, or for "InstanceIds". Conditions in words, such as those of ListUsers of Cognito, may do so.
func picks(op *awssdk.Operation, v ssa.Value) bool {
	return isString(v.Type()) || anyPicks(op, v, make(map[ssa.Value]bool))
}

// anyPicks looks for the condition in v, a list or a literal. seen are those that have been looked at.
func anyPicks(op *awssdk.Operation, v ssa.Value, seen map[ssa.Value]bool) bool {
	if slice, ok := v.(*ssa.Slice); ok {
		v = slice.X
	}
	if seen[v] || v.Referrers() == nil {
		return false
	}
	seen[v] = true
	all := func(*types.Struct, int) bool { return true }
	for _, part := range ssaflow.Contents(v, all) {
		if load, ok := part.(*ssa.UnOp); ok { // of a literal
			part = load.X
		}
		if literal, ok := part.(*ssa.Alloc); ok {
			if anyPicks(op, literal, seen) {
				return true
			}
			continue
		}
		if key, ok := text(part); ok && pickedBy(op, key) {
			return true
		}
	}
	return false
}

// pickedBy reports whether a condition on key names what op lists. A tag can have any name.
func pickedBy(op *awssdk.Operation, key string) bool {
	key = strings.NewReplacer("-", "", "_", "").Replace(strings.ToLower(key))
	begins := func(noun string) bool { return len(key) > 3 && strings.HasPrefix(noun, key) }
	return !strings.HasPrefix(key, "tag") && (identity().MatchString(key) || slices.ContainsFunc(listed(op), begins))
}

// text returns the constant string that v is, or points to by aws.String or a function of the program like that.
func text(v ssa.Value) (string, bool) {
	if call, ok := v.(*ssa.Call); ok && len(call.Call.Args) == 1 {
		v = call.Call.Args[0]
	}
	return ssaflow.String(v)
}
