// The awserrlint command finds AWS calls whose errors are lost or matched wrongly,
// and Lambda handlers whose callers get no usable error.
package main

import (
	"os"

	"github.com/awserrlint/awserrlint/analyzers"
	"github.com/awserrlint/awserrlint/internal/cli"
)

func main() {
	os.Exit(cli.Main(analyzers.All()))
}
