package program

// concurrent generates goroutines, and functions that others call.
func (f *frame) concurrent() string {
	o := f.operation()
	switch f.r.IntN(14) {
	case 0:
		return "go " + f.call(o)
	case 1:
		return "go func() {\n" + f.inner(nil, 1) + "}()"
	case 2, 3:
		return f.group()
	case 4:
		failed := f.fresh("failed")
		return failed + " := make(chan error, 1)\ngo func() {\n_, err := " + f.call(o) + "\n" + failed + " <- err\n}()\nif err := <-" + failed + "; err != nil {\n" + f.handle("err", o) + "}"
	case 5:
		wg := f.fresh("wg")
		return "var " + wg + " " + f.pkg("sync") + ".WaitGroup\n" + wg + ".Go(" + f.literal(nil, 1) + ")\n" + wg + ".Wait()"
	case 6:
		failed := f.fresh("failed")
		return failed + " := make(chan error)\nselect {\ncase " + failed + " <- func() error {\n_, err := " + f.call(o) + "\nreturn err\n}():\ncase err := <-" + failed + ":\n" + f.uses("err") + "\ndefault:\n}"
	case 7: // results in a channel
		results, result := f.fresh("results"), f.fresh("result")
		return "type " + result + " struct {\nout " + f.output(o) + "\nerr error\n}\n" + results + " := make(chan " + result + ", len(text))\nfor range text {\ngo func() {\nout, err := " + f.call(o) + "\n" + results + " <- " + result + "{out, err}\n}()\n}\nfor range text {\nif r := <-" + results + "; r.err != nil {\n" + f.inLoop(func() string { return f.give("r.err") }) + "\n}\n}"
	case 8:
		once, name := f.fresh("once"), f.fresh("err")
		return "var " + once + " " + f.pkg("sync") + ".Once\nvar " + name + " error\n" + once + ".Do(func() {\n_, " + name + " = " + f.call(o) + "\n})\nif " + name + " != nil {\n" + f.handle(name, o) + "}"
	case 9:
		once := f.fresh("once")
		return once + " := " + f.pkg("sync") + ".OnceValues(func() (" + f.output(o) + ", error) { return " + f.call(o) + " })\nif _, err := " + once + "(); err != nil {\n" + f.handle("err", o) + "}"
	case 10:
		stop := f.fresh("stop")
		return stop + " := " + f.pkg("context") + ".AfterFunc(ctx, " + f.literal(nil, 1) + ")\n" + oneOf(f.r, "defer ", "") + stop + "()"
	case 11:
		return f.pkg("time") + ".AfterFunc(0, " + f.literal(nil, 1) + ")"
	case 12:
		cancel := f.fresh("cancel")
		return "{\nctx, " + cancel + " := " + f.pkg("context") + ".WithTimeout(ctx, " + f.pkg("time") + ".Second)\n_ = ctx\ndefer " + cancel + "()\n" + f.block(1) + "}"
	default: // collected under a lock
		mu, wg, errs := f.fresh("mu"), f.fresh("wg"), f.fresh("errs")
		return "var " + mu + " " + f.pkg("sync") + ".Mutex\nvar " + wg + " " + f.pkg("sync") + ".WaitGroup\nvar " + errs + " []error\nfor range 2 {\n" + wg + ".Add(1)\ngo func() {\ndefer " + wg + ".Done()\nif _, err := " + f.call(o) + "; err != nil {\n" + mu + ".Lock()\ndefer " + mu + ".Unlock()\n" + errs + " = append(" + errs + ", err)\n}\n}()\n}\n" + wg + ".Wait()\n" + oneOf(f.r, "", "if err := "+f.pkg("errors")+".Join("+errs+"...); err != nil {\n"+f.give("err")+"\n}")
	}
}

// group runs functions in an errgroup.
func (f *frame) group() string {
	group, pkg := f.fresh("group"), f.pkg("golang.org/x/sync/errgroup")
	text := "var " + group + " " + pkg + ".Group\n"
	switch f.r.IntN(4) {
	case 0:
		text = group + " := new(" + pkg + ".Group)\n" + group + ".SetLimit(2)\n"
	case 1:
		text = group + ", ctx := " + pkg + ".WithContext(ctx)\n_ = ctx\n"
	}
	text += group + "." + oneOf(f.r, "Go", "Go", "TryGo") + "(" + f.literal([]string{"error"}, 1) + ")\n"
	if f.chance(2) {
		text += "for range text {\n" + group + ".Go(" + f.literal([]string{"error"}, 1) + ")\n}\n"
	}
	switch f.r.IntN(4) {
	case 0:
		text += group + ".Wait()"
	case 1:
		text += "_ = " + group + ".Wait()"
	case 2:
		text += f.give(group + ".Wait()")
	default:
		text += "if err := " + group + ".Wait(); err != nil {\n" + f.give("err") + "\n}"
	}
	return "{\n" + text + "\n}" // ctx may be another one
}
