package program

import (
	"strings"

	"github.com/awserrlint/awserrlint/internal/awspath"
)

// An event is an event source of Lambda.
type event struct {
	in, out string // types of package events; "" if there is no result
	status  string // the field for the status of a response, "" if out is no response
	records string // the field to range over
	failed  string // the statement that reports a record as failed, with resp as the result
}

var events = []event{
	{in: "APIGatewayProxyRequest", out: "APIGatewayProxyResponse", status: "StatusCode"},
	{in: "APIGatewayProxyRequest", out: "APIGatewayProxyResponse", status: "StatusCode"},
	{in: "APIGatewayV2HTTPRequest", out: "APIGatewayV2HTTPResponse", status: "StatusCode"},
	{in: "ALBTargetGroupRequest", out: "ALBTargetGroupResponse", status: "StatusCode"},
	{in: "LambdaFunctionURLRequest", out: "LambdaFunctionURLResponse", status: "StatusCode"},
	{in: "APIGatewayWebsocketProxyRequest", out: "APIGatewayProxyResponse", status: "StatusCode"},
	{in: "SQSEvent", records: "Records"},
	{in: "SQSEvent", out: "SQSEventResponse", records: "Records", failed: "resp.BatchItemFailures = append(resp.BatchItemFailures, %.SQSBatchItemFailure{ItemIdentifier: record.MessageId})"},
	{in: "KinesisEvent", out: "KinesisEventResponse", records: "Records", failed: "resp.BatchItemFailures = append(resp.BatchItemFailures, %.KinesisBatchItemFailure{ItemIdentifier: record.Kinesis.SequenceNumber})"},
	{in: "DynamoDBEvent", out: "DynamoDBEventResponse", records: "Records", failed: "resp.BatchItemFailures = append(resp.BatchItemFailures, %.DynamoDBBatchItemFailure{ItemIdentifier: record.Change.SequenceNumber})"},
	{in: "KinesisFirehoseEvent", out: "KinesisFirehoseResponse", records: "Records", failed: "resp.Records = append(resp.Records, %.KinesisFirehoseResponseRecord{RecordID: record.RecordID, Result: %.KinesisFirehoseTransformedStateProcessingFailed})"},
	{in: "SNSEvent", records: "Records"},
	{in: "S3Event", records: "Records"},
	{in: "KafkaEvent", records: "Records"},
	{in: "CloudWatchEvent"},
	{in: "EventBridgeEvent"},
	{in: "CognitoEventUserPoolsPostConfirmation", out: "CognitoEventUserPoolsPostConfirmation"},
	{in: "APIGatewayCustomAuthorizerRequest", out: "APIGatewayCustomAuthorizerResponse"},
	{in: "LexEvent", out: "LexResponse"},
	{in: "CodePipelineJobEvent"},
}

// handlers generates handlers and the main function that starts one of them.
func (p *prog) handlers() {
	var started []string
	for range 1 + p.r.IntN(2) {
		started = append(started, p.handler(oneOf(p.r, events...)))
	}
	text := "func main() {\n"
	for i, name := range started {
		start := p.pkg(awspath.Lambda) + ".Start(" + name + ")\n"
		if i+1 < len(started) {
			start = "if len(" + p.pkg("os") + ".Args) > 3 {\n" + start + "}\n"
		}
		text += start
	}
	p.decls = append(p.decls, text+"}")
}

// handler generates a handler and returns its name.
func (p *prog) handler(e event) string {
	name := p.fresh("handle")
	pkg := p.pkg(awspath.Events)
	f := &frame{prog: p}
	f.pointers(f.global)
	f.push()
	for _, known := range []string{"ctx", "in", "text", "flag"} {
		f.declare(known)
	}
	f.results = []string{"error"}
	out := pkg + "." + e.out
	if e.out != "" {
		f.results = []string{out, "error"}
		if e.status != "" && p.chance(5) {
			f.results[0] = "*" + out
		}
	}
	if e.status != "" {
		f.respond = func(err string) string { return f.response(out, err) }
	}
	text := "func " + name + "(ctx " + p.pkg("context") + ".Context, in " + pkg + "." + e.in + ") " + parenthesized(f.results) + " {\ntext, flag := " + p.pkg("os") + ".Args[0], len(" + p.pkg("os") + ".Args) > 1\n_, _ = text, flag\n"
	if e.out != "" && e.failed != "" {
		f.declare("resp")
		text += "var resp " + out + "\n_ = resp\n"
		f.respond = func(err string) string {
			if f.chance(4) {
				return "return " + out + "{}, " + err
			}
			return "return resp, " + oneOf(f.r, "nil", err)
		}
	}
	if e.records != "" && e.in != "KafkaEvent" {
		text += "for _, record := range in." + e.records + " {\n_ = record\n" + f.inLoop(func() string { return f.recordBody(e, pkg) }) + "}\n"
	}
	for range p.r.IntN(3) {
		text += f.statement() + "\n"
	}
	p.decls = append(p.decls, text+f.give("nil")+"\n}")
	return name
}

// recordBody handles a record of a batch.
func (f *frame) recordBody(e event, pkg string) string {
	o := oneOf(f.r, ops...)
	text := "if _, err := " + f.call(o) + "; err != nil {\n"
	switch {
	case e.failed != "" && f.chance(2):
		return text + strings.ReplaceAll(e.failed, "%", pkg) + "\n" + oneOf(f.r, "continue\n", "", f.pkg("log")+".Print(err)\n") + "}\n"
	case f.chance(3):
		return text + f.pkg("log") + ".Print(err)\n" + oneOf(f.r, "continue\n", "") + "}\n"
	}
	return text + f.handle("err", o) + "}\n" + f.block(1)
}

// response returns a return statement of a handler of HTTP requests.
func (f *frame) response(out, err string) string {
	value := out + "{StatusCode: 200, Body: \"{}\"}"
	if err != "nil" {
		message := err + ".Error()"
		if strings.ContainsAny(err, "&(") {
			message = "text"
		}
		body := oneOf(f.r, message, "\"not found\"", "`{\"message\":\"` + "+message+" + `\"}`", f.pkg("fmt")+".Sprintf(`{\"message\":\"%s\"}`, "+message+")", f.pkg("fmt")+".Sprint(\"failed: \", "+message+")", "`{\"message\":\"failed\"}`", "")
		status := oneOf(f.r, "500", "404", f.pkg("net/http")+".StatusBadRequest", "0", "")
		var fields []string
		if status != "" {
			fields = append(fields, "StatusCode: "+status)
		}
		if body != "" {
			fields = append(fields, "Body: "+body)
		}
		if f.chance(4) {
			fields = append(fields, "Headers: map[string]string{\"Content-Type\": \""+oneOf(f.r, "application/json", "text/plain")+"\"}")
		}
		value = out + "{" + strings.Join(fields, ", ") + "}"
	}
	if strings.HasPrefix(f.results[0], "*") {
		value = "&" + value
	}
	return "return " + value + ", " + oneOf(f.r, "nil", "nil", err)
}
