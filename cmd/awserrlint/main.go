package main

import (
	"os"

	"github.com/awserrlint/awserrlint/analyzers"
	"github.com/awserrlint/awserrlint/internal/cli"
)

func main() {
	os.Exit(cli.Main(analyzers.All()))
}
