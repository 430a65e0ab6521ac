package knowledge

import (
	"go/types"

	"github.com/awserrlint/awserrlint/internal/lazyregexp"
)

// completing matches the names of functions that complete what somebody types in a shell, and completionFile
// those of files that hold nothing else. CompleteMultipartUpload does not.
//
// Source: functions of open-source programs that use github.com/spf13/cobra, github.com/urfave/cli,
// github.com/alecthomas/kong and github.com/posener/complete.
var (
	completing     = lazyregexp.New(`(?i:bash|zsh|shell|auto)_?[Cc]omplet|Complet(?:ions?|ers?)(?:Fn|Funcs?|For[A-Z]\w*)?$|^completions?[A-Z]|^completers?[A-Z]|^predict[A-Z]`)
	completionFile = lazyregexp.New(`^(?:\w+_)?(?:auto|bash|shell)_?complet\w*\.go$|^(?:\w+_)?complet(?:ions?|ers?)\.go$`)
)

// Completes reports whether a function called name completes what somebody types in a shell.
func Completes(name string) bool { return completing().MatchString(name) }

// CompletesFile reports whether the functions of a file called name do.
func CompletesFile(name string) bool { return completionFile().MatchString(name) }

// DirectsCompletion reports whether name is the type by which functions tell how to complete.
//
// Source: the documentation of github.com/spf13/cobra.
func DirectsCompletion(name *types.TypeName) bool {
	return name.Pkg() != nil && name.Pkg().Path() == "github.com/spf13/cobra" && name.Name() == "ShellCompDirective"
}
