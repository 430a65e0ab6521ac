package program

// logging logs the error called name, in one of the ways that libraries have.
func (f *frame) logging(name string) string {
	switch f.r.IntN(7) {
	case 0:
		return f.expand("«log/slog».Error(text, \"err\", " + name + ")")
	case 1:
		return f.expand("«log/slog».ErrorContext(ctx, text, «log/slog».Any(\"err\", " + name + "))")
	case 2:
		return f.expand("«log/slog».Default().With(\"err\", " + name + ").Warn(text)")
	case 3:
		return f.helper("logger") + "{}.Error().Err(" + name + ").Msg(text)"
	case 4:
		return f.expand("«fmt».Fprintf(«os».Stderr, \"failed: %v\\n\", " + name + ")")
	case 5:
		return f.helper("logged") + "(" + name + ")"
	default:
		return f.expand("«log».New(«os».Stderr, text, 0).Printf(\"failed: %s\", " + name + ".Error())")
	}
}
