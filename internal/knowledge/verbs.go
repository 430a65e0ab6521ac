package knowledge

import (
	"slices"
	"strings"
	"unicode"
)

// Verbs with which the names of operations begin. Source: the names of the operations of the SDK.
var (
	lookingUp = []string{"Head", "Get", "Describe", "Lookup"}
	removing  = []string{"Delete", "Remove", "Detach", "Disassociate", "Deregister", "Terminate", "Untag", "Abort", "Cancel"}
	listing   = []string{"Describe", "Get"}
	making    = []string{"Create", "Put", "Register", "Import", "Upload"}
	founding  = []string{"Create", "Register", "Add", "Attach", "Associate", "Authorize", "Subscribe"}
)

// LooksUp reports whether the operation called name asks for something that may not exist.
func LooksUp(name string) bool { return hasPrefix(name, lookingUp) }

// Reads reports whether the operation called name changes nothing: it asks for something, or OnlyReads.
func Reads(name string) bool { return LooksUp(name) || OnlyReads(name) }

// emptyWhereMissing are operations that return an empty output for what does not exist, by service
// and name. Their error of that name is about the table or the stream, which is there as a rule.
//
// Source: the API reference of each operation.
var emptyWhereMissing = []string{"dynamodb.GetItem", "dynamodbstreams.GetRecords", "kinesis.GetRecords"}

// EmptyWhereMissing reports whether the operation returns no error for what does not exist.
func EmptyWhereMissing(service, name string) bool {
	return slices.Contains(emptyWhereMissing, service+"."+name)
}

// Lists reports whether the operation called name, which LooksUp, may list all that there is where
// it is not asked for something: DescribeInstances, GetInstances. Some have such a name and must be asked for
// something, such as GetBucketCors.
func Lists(name string) bool {
	noun := Noun(name)
	return hasPrefix(name, listing) && strings.HasSuffix(noun, "s") && !hasSuffix(noun, "ss", "Status", "Attributes", "Settings", "Options", "Details", "Limits")
}

func hasSuffix(name string, suffixes ...string) bool {
	return slices.ContainsFunc(suffixes, func(suffix string) bool { return strings.HasSuffix(name, suffix) })
}

// Removes reports whether it is no failure of the operation called name that something is gone.
func Removes(name string) bool { return hasPrefix(name, removing) }

// Makes reports whether the operation called write makes what the operation called lookup asks for:
// CreateBucket what HeadBucket and GetBucketLocation do, CreateRepository what DescribeRepositories does.
func Makes(write, lookup string) bool {
	made := singular(Noun(write))
	return hasPrefix(write, making) && LooksUp(lookup) && made != "" && strings.HasPrefix(singular(Noun(lookup)), made)
}

// Overwrites reports whether the operation called name, which Makes something, replaces what is there.
func Overwrites(name string) bool { return strings.HasPrefix(name, "Put") }

// anew are the verbs of operations that make again what those before them have removed or asked for.
//
// Source: the names of the operations of the SDK.
var anew = map[string]string{
	"Delete": "Create", "Detach": "Attach", "Disassociate": "Associate", "Deregister": "Register", "Remove": "Add", "Revoke": "Authorize",
	"Unsubscribe": "Subscribe", "Get": "Create", "Head": "Create", "Describe": "Create", "List": "Create",
}

// MakesAnew reports whether the operation called write makes what the operation called before it removes
// or asks for, or of what that is a part: it need not exist for DeletePolicy and ListPolicyVersions, if CreatePolicy follows.
func MakesAnew(write, before string) bool {
	made, asked := singular(Noun(write)), singular(Noun(before))
	verb := strings.TrimSuffix(before, Noun(before))
	if made == "" || strings.TrimSuffix(write, Noun(write)) != anew[verb] || verb == "List" && asked == made {
		return false // ListPolicies finds nothing, and that is no error
	}
	return strings.HasPrefix(asked, made)
}

// MayExist reports whether what the operation called name makes can be there already, as its verb says: CreateBucket, AddPermission.
func MayExist(name string) bool { return hasPrefix(name, founding) }

// Noun returns the name of an operation without its verb: Bucket for HeadBucket.
func Noun(operation string) string {
	if operation == "" {
		return ""
	}
	if i := strings.IndexFunc(operation[1:], unicode.IsUpper); i >= 0 {
		return operation[i+1:]
	}
	return ""
}

// singular returns the singular of the noun of an operation, as far as it is needed to compare two.
func singular(noun string) string {
	if base, ok := strings.CutSuffix(noun, "ies"); ok {
		return base + "y"
	}
	return strings.TrimSuffix(noun, "s")
}

// optional are operations that find out what a program can do without, or report about it, by
// service and name; "" stands for all names: programs run outside of EC2, and most accounts have no
// alias.
//
// Source: the API references of the services.
var optional = map[string][]string{
	"imds":       {""},
	"iam":        {"ListAccountAliases"},
	"cloudwatch": {"PutMetricData"},
	"xray":       {"PutTraceSegments", "PutTelemetryRecords"},
}

// Optional reports whether programs do without the operation called name where it fails.
func Optional(service, name string) bool { return hasPrefix(name, optional[service]) }
