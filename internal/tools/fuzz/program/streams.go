package program

// A stream is an operation that returns events.
type stream struct {
	op
	event, code string // a kind of event, and the field for an error in one, "" if there is none
}

var streams = []stream{
	{op: op{service: "kinesis", name: "SubscribeToShard"}, event: "SubscribeToShardEventStreamMemberSubscribeToShardEvent"},
	{op: op{service: "bedrockruntime", name: "ConverseStream", errs: []string{"ThrottlingException", "ModelStreamErrorException"}}, event: "ConverseStreamOutputMemberContentBlockDelta"},
	{op: op{service: "s3", name: "SelectObjectContent"}, event: "SelectObjectContentEventStreamMemberRecords"},
	{op: op{service: "lambda", name: "InvokeWithResponseStream", errs: []string{"ResourceNotFoundException"}}, event: "InvokeWithResponseStreamResponseEventMemberInvokeComplete", code: "ErrorCode"},
	{op: op{service: "cloudwatchlogs", name: "StartLiveTail", errs: []string{"SessionTimeoutException"}}, event: "StartLiveTailResponseStreamMemberSessionUpdate"},
}

// events reads an event stream.
func (f *frame) events() string {
	if f.pointer == nil {
		return f.body()
	}
	var some []stream
	for _, s := range streams {
		if len(f.services) == 0 || f.services[0] == s.service {
			some = append(some, s)
		}
	}
	if len(some) == 0 {
		return f.body()
	}
	s := oneOf(f.r, some...)
	out, name, stream := f.fresh("out"), f.fresh("err"), f.fresh("stream")
	text := out + ", " + name + " := " + f.pointer(s.op) + "." + s.name + "(ctx, " + f.input(s.op) + ")\nif " + name + " != nil {\n" + f.handle(name, s.op) + "}\n"
	text += stream + " := " + out + ".GetStream()\n" + oneOf(f.r, "", "defer "+stream+".Close()\n", stream+".Close()\n")
	event := f.types(s.service) + "." + s.event
	handle := "switch event := event.(type) {\ncase *" + event + ":\n" + f.uses("event.Value") + "\n}\n"
	if s.code != "" && f.chance(2) {
		handle = "if done, ok := event.(*" + event + "); ok && done.Value." + s.code + " != nil {\n" + f.inLoop(func() string { return f.give(f.helper("errFailed")) }) + "\n}\n"
	}
	switch f.r.IntN(4) {
	case 0:
		text += "for {\nevent, ok := <-" + stream + ".Events()\nif !ok {\nbreak\n}\n" + handle + "}\n"
	case 1:
		label := f.fresh("read")
		text += label + ":\nfor {\nselect {\ncase <-ctx.Done():\nbreak " + label + "\ncase event, ok := <-" + stream + ".Events():\nif !ok {\nbreak " + label + "\n}\n" + handle + "}\n}\n"
	default:
		text += "for event := range " + stream + ".Events() {\n" + handle + "}\n"
	}
	switch f.r.IntN(4) {
	case 0:
		return text + "if err := " + stream + "." + oneOf(f.r, "Err", "Close") + "(); err != nil {\n" + f.handle("err", s.op) + "}"
	case 1:
		return text + "_ = " + stream + "." + oneOf(f.r, "Err", "Close") + "()"
	}
	return text
}

// body reads the body of an output.
func (f *frame) body() string {
	o, ok := f.operationThat(func(o op) bool { return o.name == "GetObject" })
	if !ok {
		return f.simple()
	}
	out, name, data := f.fresh("out"), f.fresh("err"), f.fresh("data")
	text := out + ", " + name + " := " + f.call(o) + "\nif " + name + " != nil {\n" + f.handle(name, o) + "}\n"
	if f.chance(2) {
		text += "defer " + out + ".Body.Close()\n"
	}
	body := out + ".Body"
	switch f.r.IntN(6) {
	case 0:
		text += data + ", _ := «io».ReadAll(" + body + ")\n" + f.uses(data)
	case 1:
		text += "«io».Copy(«os».Stdout, " + body + ")"
	case 2:
		text += "var " + data + " map[string]any\n" + oneOf(f.r, "_ = ", "") + "«encoding/json».NewDecoder(" + body + ").Decode(&" + data + ")"
	case 3:
		text += data + " := «bufio».NewScanner(" + body + ")\nfor " + data + ".Scan() {\n" + f.uses(data+".Text()") + "\n}"
	case 4:
		text += data + " := new(«bytes».Buffer)\n" + data + ".ReadFrom(" + body + ")\n" + f.uses(data+".String()")
	default:
		text += data + ", err := «io».ReadAll(" + body + ")\nif err != nil {\n" + f.handle("err", o) + "}\n" + f.uses(data)
		return "{\n" + f.expand(text) + "\n}" // err may be declared already
	}
	return f.expand(text)
}
