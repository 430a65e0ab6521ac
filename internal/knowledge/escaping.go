package knowledge

import (
	"go/types"
	"strings"

	"github.com/awserrlint/awserrlint/internal/lazyregexp"
)

// plainField matches the fields of events and contexts that AWS makes up.
//
// Source: the types of github.com/aws/aws-lambda-go/events and lambdacontext.
var plainField = lazyregexp.New(`^(RequestID|AwsRequestID|RequestId|HTTPMethod|Method|Stage|AccountID|DomainName|ConnectionID)$`)

// IsPlainField reports whether the text in a field called name, of an event or a context, has
// nothing in it that JSON escapes.
func IsPlainField(name string) bool { return plainField().MatchString(name) }

// plainFunc matches functions of the standard library whose results have no quotes, or that replace them.
//
// Source: the documentation of each.
var plainFunc = lazyregexp.New(`^(os\.Getenv|net/http\.StatusText|strconv\.(Itoa|Format.*)|encoding/hex\.EncodeToString|` +
	`\(\*encoding/base(32|64)\.Encoding\)\.EncodeToString|\(time\.(Time|Duration|Month|Weekday)\)\..*|net/url\..*Escape|html\.EscapeString|` +
	`strconv\.Quote.*|strings\.(Replace|ReplaceAll)|\(\*strings\.Replacer\)\.Replace)$`)

// plainName matches the names of functions of anybody's that make identifiers, or that escape.
var plainName = lazyregexp.New(`(?i)uuid|ulid|ksuid|xid|escape|sanitize|json|quote`)

// ReturnsPlain reports whether the text that fn returns has nothing in it that JSON escapes, or has been taken care of.
func ReturnsPlain(fn *types.Func) bool {
	name := fn.FullName()
	return plainFunc().MatchString(name) || plainName().MatchString(name[strings.LastIndexByte(name, '/')+1:])
}
