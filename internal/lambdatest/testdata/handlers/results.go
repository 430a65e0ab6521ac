package main

import (
	"errors"
	"io"
	"math"
	"strings"
)

// brokenReader fails after its first read.
type brokenReader struct{ read bool }

func (r *brokenReader) Read(p []byte) (int, error) {
	if r.read {
		return 0, errors.New("disk on fire")
	}
	r.read = true
	return copy(p, "half"), nil
}

// hangingReader never ends.
type hangingReader struct{ brokenReader }

func (r *hangingReader) Read(p []byte) (int, error) {
	if r.read {
		select {}
	}
	return r.brokenReader.Read(p)
}

type htmlReader struct{ io.Reader }

func (htmlReader) ContentType() string          { return "text/html" }
func (htmlReader) MarshalJSON() ([]byte, error) { return nil, errors.New("no JSON") }

func result(v any) func() (any, error) { return func() (any, error) { return v, nil } }

func init() {
	for name, h := range map[string]any{
		"result nothing":     func() {},
		"result nil pointer": result((*ptrErr)(nil)),
		"result html":        result("<b>"),
		"result chan":        result(make(chan int)),
		"result NaN":         result(math.NaN()),
		"result error":       result(errors.New("lost")),
		"result map error":   result(map[string]any{"message": errors.New("lost")}),
		"reader":             result(strings.NewReader("raw")),
		"reader with type":   result(htmlReader{strings.NewReader("<b>")}),
		"reader broken":      result(&brokenReader{}),
		"reader hanging":     result(&hangingReader{}),
	} {
		handlers[name] = h
	}
}
