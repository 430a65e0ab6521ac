package model

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/awserrlint/awserrlint/internal/readfile"
)

// readOperations lists the operations: there is a file for each.
func (s *Service) readOperations() ([]string, error) {
	files, err := os.ReadDir(s.Dir)
	if err != nil {
		return nil, err
	}
	var ops []string
	for _, file := range files {
		op, isOp := strings.CutPrefix(strings.TrimSuffix(file.Name(), ".go"), "api_op_")
		if isOp && !strings.HasSuffix(op, "_test") {
			ops = append(ops, op)
		}
	}
	slices.Sort(ops)
	return ops, nil
}

// readTypes reads the error types. A service without any has no such file.
func (s *Service) readTypes() ([]Error, error) {
	src, err := readfile.All(filepath.Join(s.Dir, "types", "errors.go"))
	if errors.Is(err, fs.ErrNotExist) && exists(s.Dir, "types") {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	errs, err := readErrorTypes(src)
	slices.SortFunc(errs, byType)
	return errs, err
}

// readDecoders cuts the operations' error decoders out of deserializers.go.
func (s *Service) readDecoders() (map[string][]byte, error) {
	if s.Decoder != PerOperation {
		return nil, nil
	}
	src, err := readfile.All(filepath.Join(s.Dir, "deserializers.go"))
	if err != nil {
		return nil, err
	}
	return cutOperations(src), nil
}

// readHeads finds the operations sent as HEAD requests.
func (s *Service) readHeads() (map[string]bool, error) {
	src, err := readfile.All(filepath.Join(s.Dir, "serializers.go"))
	if err != nil {
		return nil, err
	}
	return headOperations(src), nil
}
