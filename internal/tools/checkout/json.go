package checkout

import (
	"encoding/json"
	"fmt"
	"path/filepath"
)

// A JSONReport is what awserrlint -format json prints. See docs/json.md.
type JSONReport struct {
	Version  int
	Findings []struct {
		Rule, Severity, Message, Operation, File string
		Position, End                            JSONPosition
		Related                                  []struct {
			File          string
			Position, End JSONPosition
		}
		Fixes []JSONFix
	}
	Problems []struct{ Package, Position, Message string }
}

// A JSONPosition is one in a file. Lines and columns count from 1, offsets from 0.
type JSONPosition struct{ Line, Column, Offset int }

// A JSONFix is a fix, and the edits that it consists of.
type JSONFix struct {
	Edits []struct {
		File       string
		Start, End JSONPosition
		New        string
	}
}

// DecodeJSON decodes the output of awserrlint -format json.
func DecodeJSON(text []byte) (JSONReport, error) {
	var decoded JSONReport
	if err := json.Unmarshal(text, &decoded); err != nil {
		return decoded, err
	}
	if decoded.Version != 1 {
		return decoded, fmt.Errorf("want version 1 of awserrlint's JSON, have %d", decoded.Version)
	}
	return decoded, nil
}

// FileName returns the name of a file relative to the folder dir of its module, with slashes on
// every machine.
func FileName(file, dir string) string {
	if filepath.IsAbs(file) {
		if rel, err := filepath.Rel(dir, file); err == nil {
			file = rel
		}
	}
	return filepath.ToSlash(filepath.Clean(file))
}
