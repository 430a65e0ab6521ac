package knowledge

import (
	"go/types"
	"slices"
	"strings"

	"github.com/awserrlint/awserrlint/internal/awspath"
	"github.com/awserrlint/awserrlint/internal/lazyregexp"
)

// afterwards matches the names of functions that are called when all is done.
//
// Source: os, io, database/sql and sync; the operations of SQS on a message that has been processed, and of CloudWatch.
var afterwards = lazyregexp.New(`^(Close|Sync|Flush|Rollback|Remove|RemoveAll|Unlock|DeleteMessage|DeleteMessageBatch|ChangeMessageVisibility|PutMetricData)$`)

// CleansUp reports whether a function called name is called when the work is done, so that its
// failure does not undo it.
func CleansUp(name string) bool { return afterwards().MatchString(name) }

// undoing matches the names of functions and operations that take back what earlier ones did.
//
// Source: the names of operations in the models of the SDK.
var undoing = lazyregexp.New(`(?i)^(\w+\.)?(abort|cancel|close|clean|deallocate|delete|deregister|destroy|detach|disable|disassociate|purge|release|remove|revoke|roll.?back|stop|terminate|undo|unlock|unsubscribe|untag)`)

// Undoes reports whether a function or operation called name takes back what earlier ones did, as
// one does when something has gone wrong.
//
// Who deletes a message from a queue says that it has been processed: that takes nothing back.
func Undoes(name string) bool {
	return undoing().MatchString(name) && name != "DeleteMessage" && name != "DeleteMessageBatch"
}

// writing matches the names of functions that change something.
//
// Source: functions of open-source programs that use AWS.
var writing = lazyregexp.New(`^(?i:add|copy|create|index|insert|mark|move|persist|process|publish|put|record|save|send|store|update|upload|write)`)

// Writes reports whether a function called name changes something, by its first word.
func Writes(name string) bool { return writing().MatchString(name) }

// observing are operations that only tell others how the program does.
//
// Source: the documentation of CloudWatch and X-Ray.
var observing = []string{"PutMetricData", "PutTraceSegments", "PutTelemetryRecords"}

// Observes reports whether the operation called name only tells others how the program does.
func Observes(name string) bool { return slices.Contains(observing, name) }

// attempting matches comments which say that something is only tried.
var attempting = lazyregexp.New(`(?i)\b(try|tries|trying|attempt)\b`)

// Attempts reports whether a comment says that something is only tried. Where the error of that is
// thrown away in so many words, this is meant.
func Attempts(comment string) bool { return attempting().MatchString(comment) }

// sparing matches comments which say that what is read is an extra, or that something is tried to see what comes of it. To
// "try to get" something is no more than to get it.
//
// Source: comments at dropped errors in open-source programs that use AWS.
var sparing = lazyregexp.New(`(?i)\b(optional|optionally|enrich\w*|nice to have|good to know|(additional|extra|further) (context|info\w*|details?|data|metadata|stat\w*)|if (possible|available))\b` +
	`|\b(try|tries|trying|attempt)\b.*\b(to see|see (if|whether)|anyway)\b`)

// Spares reports whether a comment above a call says that the program can do without what it reads.
func Spares(comment string) bool {
	return sparing().MatchString(strings.Join(strings.Fields(comment), " "))
}

// unchecked matches comments that tell other linters to accept an error that nothing checks.
//
// Source: errcheck, also as a linter of golangci-lint; rule G104 of gosec.
var unchecked = lazyregexp.New(`//\s*(nolint:\S*\b(errcheck|gosec)\b|#nosec G104)`)

// AcceptsUnchecked reports whether a comment tells other linters to accept an error that nothing checks.
func AcceptsUnchecked(comment string) bool { return unchecked().MatchString(comment) }

// decoding matches the names of functions that take data apart.
//
// Source: encoding/json and its like, strconv, time, net/url, and names of functions that decompress.
var decoding = lazyregexp.New(`Unmarshal|Decode|Parse|Atoi|^From|(?i:decompress|gunzip|ungzip)`)

// Decodes reports whether a function called name takes data apart: with the same data it fails again.
func Decodes(name string) bool { return decoding().MatchString(name) }

// encoding matches the names of functions that encode data.
//
// Source: encoding/json and its like, attributevalue.
var encoding = lazyregexp.New(`^(Marshal|Encode)`)

// Encodes reports whether a function called name encodes data: with the same data it fails again.
func Encodes(name string) bool { return encoding().MatchString(name) }

// defaulting are packages of the standard library whose functions make a value of a text. Where they cannot, there is the zero
// value, which programs use then.
var defaulting = []string{"strconv", "time", "net/url", "net/netip"}

// HasDefault reports whether programs go on with the zero value where fn returns an error.
func HasDefault(fn *types.Func) bool {
	return fn.Pkg() != nil && slices.Contains(defaulting, fn.Pkg().Path())
}

// validating matches the names of functions that ask whether data is as it should be.
//
// Source: github.com/go-playground/validator, github.com/go-ozzo/ozzo-validation, protoc-gen-validate.
var validating = lazyregexp.New(`^(?i:validate|isvalid|valid$)`)

// Validates reports whether fn asks whether data is as it should be, and nobody else: with the same data it fails again.
func Validates(fn *types.Func) bool {
	for param := range fn.Signature().Params().Variables() {
		if t, ok := types.Unalias(param.Type()).(*types.Named); ok && t.Obj().Name() == "Context" {
			return false // it may ask a service
		}
	}
	return validating().MatchString(fn.Name()) || fn.Pkg() != nil && strings.Contains(fn.Pkg().Path(), "/validator")
}

// FailsForGood reports whether fn takes data apart, encodes it, or asks whether it is as it should be, by its name.
func FailsForGood(fn *types.Func) bool {
	return Decodes(fn.Name()) || hasPrefix(fn.Name(), []string{"parse", "decode", "unmarshal"}) || Encodes(fn.Name()) || Validates(fn)
}

// deliberate matches comments which say that a failure is meant to be left alone.
var deliberate = lazyregexp.New(`(?i)retr(y|ied|ies)|\b(skip|ignor|drop|poison|best.effort|never|fatal|on purpose|intention|deliberate|nothing (we|else|more|to)\b)`)

// IsDeliberate reports whether a comment says that a failure is no reason to try again.
func IsDeliberate(comment string) bool { return deliberate().MatchString(comment) }

// NamesFIFO reports whether the Go string literal lit names what only FIFO queues have: the suffix of their
// names, or the attribute of their messages.
//
// Source: https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/FIFO-queue-message-identifiers.html
func NamesFIFO(lit string) bool { return fifo().MatchString(lit) }

var fifo = lazyregexp.New(`^.(MessageGroupId|.*\.fifo).$`)

// accepting matches texts of logs which say that the work goes on as it should.
var accepting = lazyregexp.New(`(?i)\b(?:skip(?:s|ped|ping)?|ignor(?:e|es|ed|ing)|continu(?:e|es|ing)|proceed(?:ing)?|anyway|warn(?:ing)?|non-?fatal|not fatal|best.effort|optional(?:ly)?|` +
	`fall(?:s|ing)? ?-?back|defaulting|(?:use|using|with|to) (?:the |its )?defaults?|will (?:be )?retr(?:y|ied)|next (?:run|time|invocation|execution|schedule|cycle|tick)|later|eventually)\b`)

// LogAccepts reports whether the text of a log, in a branch for an error, says that the work goes on as it should.
func LogAccepts(text string) bool {
	return accepting().MatchString(text) || goesOnAbroad().MatchString(text)
}

// mild matches the names of functions that log what is no error.
//
// Source: the names of log/slog, zap, logrus, zerolog, logr and klog.
var mild = lazyregexp.New(`^(?:(?:Warn|Warning|Info|Debug|Notice|Trace)(?:f|w|ln|Context|Ctx|Depth)?|V)$`)

// LogsMildly reports whether a function called name logs what is no error, by its name.
func LogsMildly(name string) bool { return mild().MatchString(name) }

// aside matches the names of functions that only tell others how the program does.
var aside = lazyregexp.New(`(?i)metric|telemetry|tracer|tracing|heartbeat|audit|analytics`)

// TellsAside reports whether a function called name only tells others how the program does: its failure is not that of
// the work.
func TellsAside(name string) bool {
	return aside().MatchString(name) || CleansUp(name) || Observes(name)
}

// broadcasting are operations that send to one client, or person, of several, by service.
//
// Source: https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-how-to-call-websocket-api-connections.html
// and the API references of the others.
var broadcasting = map[string][]string{
	"apigatewaymanagementapi": {"PostToConnection"},
	"ses":                     {"Send"},
	"sesv2":                   {"Send"},
	"pinpoint":                {"Send"},
	"pinpointsmsvoicev2":      {"Send"},
}

// Broadcasts reports whether an operation sends to one client, or person, of several: clients come and go, and people do not
// want to get what they have got.
func Broadcasts(service, name string) bool { return hasPrefix(name, broadcasting[service]) }

// delivering matches the names of functions that send to people, and messengers the paths of packages that do.
//
// Source: net/smtp, github.com/slack-go/slack, github.com/sendgrid/sendgrid-go, github.com/twilio/twilio-go, and their like.
var (
	delivering = lazyregexp.New(`^(?i:notify|(?:send|forward|deliver|post|publish)\w*(?:mail|sms|notification|alert|slack|discord|telegram|webhook))`)
	messengers = lazyregexp.New(`(?i)slack|discord|telegram|sendgrid|mailgun|twilio|gomail`)
)

// Delivers reports whether fn sends to people, by its name and package: who calls it again tells them twice.
func Delivers(fn *types.Func) bool {
	if fn.Pkg() == nil {
		return false
	}
	if awspath.IsSDK(fn.Pkg().Path()) {
		return Broadcasts(fn.Pkg().Name(), fn.Name()) || fn.Pkg().Name() == "sns" && hasPrefix(fn.Name(), []string{"Publish"})
	}
	return delivering().MatchString(fn.Name()) || messengers().MatchString(fn.Pkg().Path()) && hasPrefix(fn.Name(), []string{"Send", "Post", "DialAndSend"})
}
