package lambdafix

import (
	"go/ast"
	"go/types"

	"github.com/awserrlint/awserrlint/internal/fix"
)

var errorType = types.Universe.Lookup("error").Type()

func (k *Kit) newLambdaError() *fix.Helper {
	text := types.Typ[types.String]
	return &fix.Helper{
		Name: "newLambdaError",
		Sig:  signature([]types.Type{text, text, errorType}, errorType),
		Does: func(*types.Info, *ast.FuncDecl) bool { return true }, // no other purpose is likely
		Declare: func(d *fix.Declaration) string {
			typ := d.Fresh("lambdaError")
			json := d.Import("encoding/json", "json")
			return "// " + d.Name + " returns an error that API Gateway can match: its text is a JSON object.\n" +
				"func " + d.Name + "(typ, message string, cause error) error {\n" +
				"return &" + typ + "{" + joined(k.present("true", "typ", "message")) + "cause}\n}\n\n" +
				"// " + typ + " is an error whose text is a JSON object.\n" +
				"type " + typ + " struct {\n" + k.fields() + "cause error\n}\n\n" +
				"// Error returns e in JSON: the Lambda runtime sends nothing else of an error.\n" +
				"func (e *" + typ + ") Error() string {\n" +
				"b, _ := " + json + ".Marshal(e) // " + k.encodes() + "\n" +
				"return string(b)\n}\n\n" +
				"// Unwrap returns the error that caused e.\n" +
				"func (e *" + typ + ") Unwrap() error { return e.cause }\n"
		},
	}
}

func joined(values []string) string {
	text := ""
	for _, v := range values {
		text += v + ", "
	}
	return text
}
