package lambdabatch

import (
	"go/ast"
	"go/types"
	"slices"

	"github.com/awserrlint/awserrlint/internal/awspath"
	"github.com/awserrlint/awserrlint/internal/awssdk"
	"github.com/awserrlint/awserrlint/internal/handler"
	"github.com/awserrlint/awserrlint/internal/lambdadrop"
	"github.com/awserrlint/awserrlint/internal/rule"
)

// Rule is the rule.
var Rule = rule.New(rule.Spec{
	Name:     "lambdabatch",
	Group:    rule.Lambda,
	Doc:      Doc,
	Run:      run,
	Handlers: true,
	Fixes:    true,
	Options:  []string{"may-lose"},
})

func run(pass *rule.Pass) {
	// have: a package that can have records
	if !slices.ContainsFunc(pass.Pkg.Imports(), func(imp *types.Package) bool { return imp.Path() == awspath.Events }) {
		return
	}
	c := checker{Pass: pass, reported: make(map[ast.Stmt]bool)}
	c.drops = lambdadrop.New(pass.Pass, pass.Root, pass.Handlers, pass.Responses, c.makesFailure)
	c.loops()
	c.identifiers()
	c.firehose()
}

// A checker checks one package.
type checker struct {
	*rule.Pass
	drops    *lambdadrop.Finder
	reported map[ast.Stmt]bool
}

// A record is what the batches of a source hold, and what identifies one of them.
type record struct {
	typ        string // of the records
	member     string // field of the record that holds the identifier, "" if the record does
	memberType string // type of this field
	identifier string // field that is the identifier, "" where it is made of several
	failure    string // type of a failure to process one
	source     string // field, by its name in JSON, that records have besides eventSourceARN, "" if they do not have that
}

// records are those of package events. Those of Kafka have no type for failures in v1.55.1.
var records = []record{
	{"SQSMessage", "", "SQSMessage", "MessageId", "SQSBatchItemFailure", "receiptHandle"},
	{"KinesisEventRecord", "Kinesis", "KinesisRecord", "SequenceNumber", "KinesisBatchItemFailure", "kinesis"},
	{"DynamoDBEventRecord", "Change", "DynamoDBStreamRecord", "SequenceNumber", "DynamoDBBatchItemFailure", "dynamodb"},
	{"KafkaRecord", "", "KafkaRecord", "", "KafkaBatchItemFailure", ""},
}

// path returns the selectors that lead from a record to its identifier.
func (r record) path() string {
	if r.member == "" {
		return r.identifier
	}
	return r.member + "." + r.identifier
}

// recordOf returns what is known of records of type t, one of package events or a copy of such a type: programs make one to
// have attribute values of the SDK in it.
func recordOf(t types.Type) (record, bool) {
	name := awssdk.TypeName(t)
	if name == nil {
		return record{}, false
	}
	i := slices.IndexFunc(records, func(r record) bool { return r.typ == name.Name() })
	if i < 0 || handler.EventsType(t) == "" && !records[i].isCopy(t) {
		return record{}, false
	}
	return records[i], true
}

// isCopy reports whether t has the fields of the records.
func (r record) isCopy(t types.Type) bool {
	s := awssdk.Struct(t)
	return s != nil && r.source != "" && handler.ResponseField(s, r.source) != nil && handler.ResponseField(s, "eventSourceARN") != nil
}
