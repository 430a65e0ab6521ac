package readfile

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"strings"
)

// Most is the size of the largest file that is read.
const Most = 64 << 20

// Open opens a regular file, and returns what os.Stat says of it.
func Open(name string) (*os.File, fs.FileInfo, error) {
	info, err := os.Stat(name) // to open a pipe waits for who writes to it
	if err != nil {
		return nil, nil, err
	}
	if err := check(info); err != nil {
		return nil, nil, &fs.PathError{Op: "read", Path: name, Err: err}
	}
	f, err := os.Open(name)
	if err != nil {
		return nil, nil, err
	}
	if info, err = f.Stat(); err != nil {
		f.Close()
		return nil, nil, err
	}
	return f, info, nil
}

// A refusal says why a file is not read.
type refusal string

func (r refusal) Error() string { return string(r) }

// Refused reports whether err is that of a file that this package does not read. Nobody else should be asked
// to read it.
func Refused(err error) bool {
	_, ok := errors.AsType[refusal](err)
	return ok
}

func check(info fs.FileInfo) error {
	switch {
	case info.IsDir():
		return refusal("is a directory")
	case !info.Mode().IsRegular():
		return refusal("is no regular file")
	case info.Size() > Most:
		return refusal(fmt.Sprintf("is larger than %d MB", Most>>20))
	}
	return nil
}

// All returns the content of a regular file.
func All(name string) ([]byte, error) {
	f, info, err := Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return Rest(f, info)
}

// Source returns the content of a Go file that a position names. A line directive makes a position name
// whatever it likes, a file with secrets, too, which no report must show: what is not Go is not read.
func Source(name string) ([]byte, error) {
	if !strings.HasSuffix(name, ".go") {
		return nil, &fs.PathError{Op: "read", Path: name, Err: refusal("is no Go file")}
	}
	return All(name)
}

// Rest returns the content of a file that Open opened.
func Rest(f *os.File, info fs.FileInfo) ([]byte, error) {
	buf := make([]byte, info.Size()+1) // one more, to see the end
	n, err := io.ReadFull(f, buf)
	switch {
	case err == io.EOF || err == io.ErrUnexpectedEOF:
		return buf[:n], nil
	case err != nil:
		return nil, err
	}
	rest, err := io.ReadAll(io.LimitReader(f, Most)) // it has grown
	return append(buf, rest...), err
}
