package errflow

import "go/types"

// exits are the functions and methods that never return, by import path. The
// methods stand under the name of their receiver's type.
var exits = map[string]map[string]bool{
	"os":      set("Exit"),
	"runtime": set("Goexit"),
	"syscall": set("Exit"),
	"log":     set("Fatal", "Fatalf", "Fatalln", "Panic", "Panicf", "Panicln", "Logger.Fatal", "Logger.Fatalf", "Logger.Fatalln", "Logger.Panic", "Logger.Panicf", "Logger.Panicln"),
	"testing": set(
		"common.Fatal", "common.Fatalf", "common.FailNow", "common.Skip", "common.Skipf", "common.SkipNow",
		"TB.Fatal", "TB.Fatalf", "TB.FailNow", "TB.Skip", "TB.Skipf", "TB.SkipNow",
	),
	"go.uber.org/zap": set(
		"Logger.Fatal", "Logger.Panic", "SugaredLogger.Fatal", "SugaredLogger.Fatalf", "SugaredLogger.Fatalw", "SugaredLogger.Fatalln",
		"SugaredLogger.Panic", "SugaredLogger.Panicf", "SugaredLogger.Panicw", "SugaredLogger.Panicln",
	),
	"github.com/sirupsen/logrus": set(
		"Exit", "Fatal", "Fatalf", "Fatalln", "Panic", "Panicf", "Panicln",
		"Logger.Exit", "Logger.Fatal", "Logger.Fatalf", "Logger.Fatalln", "Logger.Panic", "Logger.Panicf", "Logger.Panicln",
		"Entry.Fatal", "Entry.Fatalf", "Entry.Fatalln", "Entry.Panic", "Entry.Panicf", "Entry.Panicln",
	),
	"k8s.io/klog":                         set("Exit", "Exitf", "Exitln", "ExitDepth", "Fatal", "Fatalf", "Fatalln", "FatalDepth"),
	"k8s.io/klog/v2":                      set("Exit", "Exitf", "Exitln", "ExitDepth", "Fatal", "Fatalf", "Fatalln", "FatalDepth", "FlushAndExit"),
	"github.com/golang/glog":              set("Exit", "Exitf", "Exitln", "ExitDepth", "Fatal", "Fatalf", "Fatalln", "FatalDepth"),
	"github.com/stretchr/testify/require": set("Fail", "FailNow", "Failf", "FailNowf"),
	"github.com/charmbracelet/log":        set("Fatal", "Fatalf", "Logger.Fatal", "Logger.Fatalf"),
}

func set(names ...string) map[string]bool {
	m := make(map[string]bool, len(names))
	for _, name := range names {
		m[name] = true
	}
	return m
}

// noReturn reports whether fn never returns.
func noReturn(fn *types.Func) bool {
	if fn.Pkg() == nil {
		return false
	}
	names := exits[fn.Pkg().Path()]
	if names == nil {
		return false
	}
	name := fn.Name()
	if recv := fn.Signature().Recv(); recv != nil {
		t := types.Unalias(recv.Type())
		if ptr, ok := t.(*types.Pointer); ok {
			t = ptr.Elem()
		}
		named, ok := t.(*types.Named)
		if !ok {
			return false
		}
		name = named.Obj().Name() + "." + name
	}
	return names[name]
}
