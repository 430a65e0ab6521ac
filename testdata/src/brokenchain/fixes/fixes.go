// Package fixes holds what is hard about fixes.
package fixes

import (
	"context"
	"errors"
	"fmt"

	"github.com/aws/aws-sdk-go-v2/service/dynamodb"
	"github.com/aws/smithy-go"
)

type store struct{ client *dynamodb.Client }

var errPut = errors.New("put")

func (s *store) put(ctx context.Context) error {
	_, err := s.client.PutItem(ctx, nil)
	return err
}

// The verb is one of several, with flags, an index, or an escape before it.
func (s *store) verbs(ctx context.Context, id string) error {
	switch err := s.put(ctx); id {
	case "flag":
		return fmt.Errorf("100%% of %s:\t%+v!", id, err) // want `%\+v cuts`
	case "index":
		return fmt.Errorf("%[2]s \"%[1]v\"", err, id) // want `%\[1\]v cuts`
	case "raw":
		return fmt.Errorf(`put \%d: %v`, 1, err) // want `%v cuts`
	case "twice":
		return fmt.Errorf("%[1]v (%[1]v)", err) // want `%\[1\]v cuts`
	case "text":
		return fmt.Errorf("%s: %s", id, err.Error()) // want `%s cuts`
	case "width":
		return fmt.Errorf("%*d: %v", 3, 4, err) // want `%v cuts`
	default:
		return fmt.Errorf("%w: %v", errPut, err) // want `%v cuts`
	}
}

// Of two errors, both come from AWS, or one does.
func (s *store) two(ctx context.Context, other error) error {
	err := s.put(ctx)
	if again := s.put(ctx); again != nil {
		return fmt.Errorf("put: %v, and again: %v", err, again) // want `%v cuts`
	}
	if err != nil {
		return fmt.Errorf("put: %v, since %v", err, errPut) // want `%v cuts`
	}
	return nil
}

// The text stays the same.
func (s *store) texts(ctx context.Context, id string) error {
	switch err := s.put(ctx); id {
	case "sum":
		return errors.New("put " + id + " (100%): " + err.Error()) // want `errors.New cuts`
	case "alone":
		return errors.New(err.Error()) // want `errors.New cuts`
	case "formatted":
		return errors.New(fmt.Sprintf("put %s: %v", id, err)) // want `errors.New cuts`
	default:
		return fmt.Errorf( // want `%v cuts`
			"put %s: %v",
			id, // of the order
			err,
		)
	}
}

// No fix is certain.
func (s *store) unfixed(ctx context.Context, id string) error {
	const format = "put: %v"
	err := s.put(ctx)
	text := err.Error()
	switch id {
	case "quoted":
		return fmt.Errorf("put: %q", err) // want `%q cuts`
	case "constant":
		return fmt.Errorf(format, err) // want `%v cuts`
	case "variable":
		return errors.New(text) // want `errors.New cuts`
	case "comment":
		return errors.New("put: " + // want `errors.New cuts`
			// what the service says
			err.Error())
	default:
		return fmt.Errorf("put: %v", text) // want `%v cuts`
	}
}

// Of types, those in the package that hold one error get the method.

type byPointer struct {
	Op  string
	Err error
}

func (p *byPointer) Error() string { return p.Op + ": " + p.Err.Error() } // after this line

type byValue struct{ Err error }

func (byValue) Error() string { return "failed" }

type embedding struct {
	error
	status int
}

type holdingTwo struct{ first, second error }

func (h holdingTwo) Error() string { return h.first.Error() }

type holdingText struct{ text string }

func (h holdingText) Error() string { return h.text }

func (s *store) types(ctx context.Context, id string) error {
	switch err := s.put(ctx); id {
	case "pointer":
		return &byPointer{"put", err} // want `\*fixes.byPointer has no Unwrap`
	case "again":
		return &byPointer{Op: "put", Err: err} // want `\*fixes.byPointer has no Unwrap`
	case "value":
		return byValue{err} // want `fixes.byValue has no Unwrap`
	case "embedding":
		return &embedding{err, 1} // want `\*fixes.embedding has no Unwrap`
	case "two":
		return holdingTwo{err, errPut} // want `fixes.holdingTwo has no Unwrap`
	default:
		return holdingText{err.Error()} // want `^fixes.holdingText has only the text of dynamodb.PutItem's error, so errors.As at fixes.go:\d+ never matches it; wrap it$`
	}
}

func (s *store) code(ctx context.Context, id string, other error) string {
	for _, err := range []error{s.verbs(ctx, id), s.two(ctx, other), s.texts(ctx, id), s.unfixed(ctx, id), s.types(ctx, id)} {
		var apiErr smithy.APIError
		if errors.As(err, &apiErr) {
			return apiErr.ErrorCode()
		}
	}
	return ""
}

// The errors package is still needed, or no longer.
func (s *store) inline(ctx context.Context) bool {
	_, err := s.client.PutItem(ctx, nil)
	return errors.Is(errors.New("put: "+err.Error()), context.Canceled) // want `errors.New cuts`
}
