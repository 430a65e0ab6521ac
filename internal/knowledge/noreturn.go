package knowledge

import (
	"go/types"
	"slices"
	"strings"

	"github.com/awserrlint/awserrlint/internal/awspath"
	"github.com/awserrlint/awserrlint/internal/lazyregexp"
)

// exits are functions and methods that never return, by import path. The names of methods begin
// with the name of their receiver's type.
//
// Source: the documentation of each package.
var exits = []struct {
	path  string
	names []string
}{
	{"os", []string{"Exit"}},
	{"runtime", []string{"Goexit"}},
	{"syscall", []string{"Exit"}},
	{"log", []string{
		"Fatal", "Fatalf", "Fatalln", "Panic", "Panicf", "Panicln",
		"Logger.Fatal", "Logger.Fatalf", "Logger.Fatalln", "Logger.Panic", "Logger.Panicf", "Logger.Panicln",
	}},
	{"testing", []string{
		"common.Fatal", "common.Fatalf", "common.FailNow", "common.Skip", "common.Skipf", "common.SkipNow",
		"TB.Fatal", "TB.Fatalf", "TB.FailNow", "TB.Skip", "TB.Skipf", "TB.SkipNow",
	}},
	{"go.uber.org/zap", []string{
		"Logger.Fatal", "Logger.Panic",
		"SugaredLogger.Fatal", "SugaredLogger.Fatalf", "SugaredLogger.Fatalw", "SugaredLogger.Fatalln",
		"SugaredLogger.Panic", "SugaredLogger.Panicf", "SugaredLogger.Panicw", "SugaredLogger.Panicln",
	}},
	{"github.com/sirupsen/logrus", []string{
		"Exit", "Fatal", "Fatalf", "Fatalln", "Panic", "Panicf", "Panicln",
		"Logger.Exit", "Logger.Fatal", "Logger.Fatalf", "Logger.Fatalln", "Logger.Panic", "Logger.Panicf", "Logger.Panicln",
		"Entry.Fatal", "Entry.Fatalf", "Entry.Fatalln", "Entry.Panic", "Entry.Panicf", "Entry.Panicln",
	}},
	{"k8s.io/klog", []string{"Exit", "Exitf", "Exitln", "ExitDepth", "Fatal", "Fatalf", "Fatalln", "FatalDepth"}},
	{"k8s.io/klog/v2", []string{"Exit", "Exitf", "Exitln", "ExitDepth", "Fatal", "Fatalf", "Fatalln", "FatalDepth", "FlushAndExit"}},
	{"github.com/golang/glog", []string{"Exit", "Exitf", "Exitln", "ExitDepth", "Fatal", "Fatalf", "Fatalln", "FatalDepth"}},
	{"github.com/stretchr/testify/require", []string{"Fail", "FailNow", "Failf", "FailNowf"}},
	{"github.com/charmbracelet/log", []string{"Fatal", "Fatalf", "Logger.Fatal", "Logger.Fatalf"}},
}

// NeverReturns reports whether fn never returns.
func NeverReturns(fn *types.Func) bool {
	if fn.Pkg() == nil {
		return false
	}
	path := fn.Pkg().Path()
	for _, exit := range exits {
		if exit.path == path {
			name, ok := qualified(fn)
			return ok && slices.Contains(exit.names, name)
		}
	}
	return false
}

// MayNotReturn reports whether a call of fn, whose body nobody can look into, may fail to return.
// The standard library and the SDK are known; elsewhere, only the name can tell that fn returns.
func MayNotReturn(fn *types.Func) bool {
	if fn.Pkg() == nil || IsStd(fn.Pkg().Path()) || awspath.IsSDK(fn.Pkg().Path()) {
		return NeverReturns(fn)
	}
	return !returnsByName(fn.Name())
}

// qualified returns the name of fn, after that of its receiver's type if fn is a method:
// Logger.Fatal. It returns false if that type has no name.
func qualified(fn *types.Func) (string, bool) {
	recv := fn.Signature().Recv()
	if recv == nil {
		return fn.Name(), true
	}
	t := types.Unalias(recv.Type())
	if ptr, ok := t.(*types.Pointer); ok {
		t = ptr.Elem()
	}
	named, ok := t.(*types.Named)
	if !ok {
		return "", false
	}
	return named.Obj().Name() + "." + fn.Name(), true
}

// EndsProcess reports whether fn never returns, but ends the process: os.Exit, log.Fatal and their like.
func EndsProcess(fn *types.Func) bool {
	return endsBy(fn, "Exit") || endsBy(fn, "Fatal") || fn.Name() == "Fatal" && fn.Pkg() != nil && awspath.Within(fn.Pkg().Path(), zerolog)
}

// zerolog logs, and exits, when the event that Fatal returns is sent.
const zerolog = "github.com/rs/zerolog"

// Panics reports whether fn never returns, but panics: log.Panic and its like.
func Panics(fn *types.Func) bool { return endsBy(fn, "Panic") }

func endsBy(fn *types.Func, prefix string) bool {
	return strings.HasPrefix(fn.Name(), prefix) && NeverReturns(fn) && !IsTestLibrary(fn.Pkg().Path())
}

// NamesExit reports whether a function called name may end the process, by its name: exitErrorf, logFatal.
func NamesExit(name string) bool { return exitName().MatchString(name) }

var exitName = lazyregexp.New(`(?i)fatal|panic|exit|abort`)

// ending matches the names of functions that are deferred to end what was begun.
//
// Source: database/sql, sync, context, net; OpenTelemetry, X-Ray, New Relic and Sentry.
var ending = lazyregexp.New(`^(Close|Commit|Done|End|Finish|Flush|FlushBuffer|ForceFlush|Release|Rollback|Shutdown|Stop|Sync|R?Unlock)\w*$`)

// MayRecover reports whether fn, a function of another package that is deferred, may recover from panics.
func MayRecover(fn *types.Func) bool {
	return fn.Pkg() != nil && !IsStd(fn.Pkg().Path()) && !awspath.IsSDK(fn.Pkg().Path()) && !ending().MatchString(fn.Name())
}

// startingUp matches the names of functions that programs call when they start.
//
// Source: database/sql, net, log, session and config of the SDK; the standard library names functions that panic for an
// error Must.
var startingUp = lazyregexp.New(`^(Must|New|Init|Set[Uu]p|Load|Connect|Open|Dial|Config|Bootstrap|Start|Run|Main|Execute|` +
	`(Get|Create|Make|Build)\w*(Client|Config|Conn|Connection|DB|Env|Logger|Secret|Session|Var)$)`)

// StartsUp reports whether a function called name is one that programs call when they start, and that may end them.
func StartsUp(name string) bool { return startingUp().MatchString(name) }
