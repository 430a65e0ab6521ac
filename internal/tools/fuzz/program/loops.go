package program

// loops generates loops with labels, gotos and functions to range over.
func (f *frame) loops() string {
	switch f.r.IntN(5) {
	case 0:
		label := f.fresh("next")
		return label + ":\nfor i := 0; i < 3; i++ {\nfor range text {\nif flag {\n" + oneOf(f.r, "continue", "break") + " " + label + "\n}\n" + f.looped(1) + "}\n}"
	case 1:
		return "for i := range " + f.helper("items") + " {\n_ = i\n" + f.looped(1) + "}"
	case 2:
		o := f.operation()
		label, n, name := f.fresh("retry"), f.fresh("n"), f.fresh("err")
		return "var " + n + " int\nvar " + name + " error\n" + label + ":\n_, " + name + " = " + f.call(o) + "\nif " + name + " != nil && " + n + " < 3 {\n" + n + "++\ngoto " + label + "\n}\nif " + name + " != nil {\n" + f.handle(name, o) + "}"
	case 3: // tries
		o := f.operation()
		name := f.fresh("err")
		return "var " + name + " error\nfor i := 0; i < 3; i++ {\nif _, " + name + " = " + f.call(o) + "; " + name + " == nil {\nbreak\n}\n}\nif " + name + " != nil {\n" + f.handle(name, o) + "}"
	default: // errors are collected
		o := f.operation()
		errs := f.fresh("errs")
		return "var " + errs + " []error\nfor range text {\nif _, err := " + f.call(o) + "; err != nil {\n" + errs + " = append(" + errs + ", err)\n}\n}\nif len(" + errs + ") > 0 {\n" + f.give(f.pkg("errors")+".Join("+errs+"...)") + "\n}"
	}
}
