// Package silent cuts chains and asks errors, where nothing is wrong.
package silent

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log"
	"os"
	"strings"

	awshttp "github.com/aws/aws-sdk-go-v2/aws/transport/http"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb/types"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	s3types "github.com/aws/aws-sdk-go-v2/service/s3/types"
	"github.com/aws/smithy-go"
)

var errMissing = errors.New("missing")

type store struct {
	client  *dynamodb.Client
	objects *s3.Client
}

// Nobody asks.
func (s *store) unasked(ctx context.Context) error {
	if _, err := s.client.GetItem(ctx, nil); err != nil {
		return fmt.Errorf("get: %v", err)
	}
	return nil
}

// The match is for what the new error wraps.
func (s *store) sentinel(ctx context.Context) error {
	if _, err := s.client.GetItem(ctx, nil); err != nil {
		return fmt.Errorf("%w: %v", errMissing, err)
	}
	return nil
}

func (s *store) asksSentinel(ctx context.Context) bool { return errors.Is(s.sentinel(ctx), errMissing) }

// What the new error wraps is found before, so the later match never sees it.
func (s *store) foundBefore(ctx context.Context) int {
	err := s.sentinel(ctx)
	var missing *types.ResourceNotFoundException
	switch {
	case errors.Is(err, errMissing):
		return 1
	case errors.As(err, &missing):
		return 2
	}
	return 0
}

// The match stands before the cut.
func (s *store) before(ctx context.Context) error {
	_, err := s.client.GetItem(ctx, nil)
	if err != nil {
		var missing *types.ResourceNotFoundException
		if errors.As(err, &missing) {
			return errMissing
		}
		return fmt.Errorf("get: %v", err)
	}
	return nil
}

func (s *store) afterwards(ctx context.Context) bool {
	var missing *types.ResourceNotFoundException
	return errors.As(s.before(ctx), &missing)
}

// A function asks before the cut.
func isMissing(err error) bool {
	_, ok := errors.AsType[*types.ResourceNotFoundException](err)
	return ok
}

func (s *store) beforeByFunction(ctx context.Context) error {
	_, err := s.client.GetItem(ctx, nil)
	if isMissing(err) {
		return fmt.Errorf("no item: %w", err)
	}
	if err != nil {
		return fmt.Errorf("get: %v", err)
	}
	return nil
}

func (s *store) afterwardsByFunction(ctx context.Context) bool {
	return isMissing(s.beforeByFunction(ctx))
}

// The text and the code are asked before the cut.
func (s *store) codeBefore(ctx context.Context) error {
	_, err := s.client.GetItem(ctx, nil)
	var apiErr smithy.APIError
	if errors.As(err, &apiErr) {
		switch apiErr.ErrorCode() {
		case "ResourceNotFoundException":
			return err
		}
	}
	if err != nil {
		return fmt.Errorf("get: %v", err)
	}
	return nil
}

func (s *store) afterCode(ctx context.Context) bool { return isMissing(s.codeBefore(ctx)) }

// Only another error is cut off.
func (s *store) onlyOther(ctx context.Context) error {
	_, err := s.client.GetItem(ctx, nil)
	var limit *types.RequestLimitExceeded
	if errors.As(err, &limit) {
		return fmt.Errorf("slow down: %v", err)
	}
	return err
}

func (s *store) afterOther(ctx context.Context) bool { return isMissing(s.onlyOther(ctx)) }

// What is cut off is an error of a file.
func (s *store) ofFile(ctx context.Context) error {
	f, err := os.Open("items")
	if err != nil {
		return fmt.Errorf("open: %v", err)
	}
	defer f.Close()
	if _, err := s.client.GetItem(ctx, nil); err != nil {
		return fmt.Errorf("get: %w", err)
	}
	return nil
}

func (s *store) asksFile(ctx context.Context) bool { return isMissing(s.ofFile(ctx)) }

// The operation cannot return what is asked for.
func (s *store) head(ctx context.Context) error {
	if _, err := s.objects.HeadObject(ctx, nil); err != nil {
		return fmt.Errorf("head: %v", err)
	}
	if _, err := s.objects.GetObject(ctx, nil); err != nil {
		return fmt.Errorf("get: %w", err)
	}
	return nil
}

func (s *store) asksHead(ctx context.Context) bool {
	var missing *s3types.NoSuchKey
	return errors.As(s.head(ctx), &missing)
}

// The type is one of another service.
func (s *store) otherService(ctx context.Context) bool {
	var missing *s3types.NoSuchKey
	return errors.As(s.unasked(ctx), &missing)
}

// The cut error goes to the log, the chain goes on.
func (s *store) logged(ctx context.Context) error {
	_, err := s.client.GetItem(ctx, nil)
	if err != nil {
		log.Print(fmt.Errorf("get: %v", err))
		return fmt.Errorf("get: %w", err)
	}
	return nil
}

func (s *store) asksLogged(ctx context.Context) bool { return isMissing(s.logged(ctx)) }

// The error of the clean-up is beside the one that counts.
func (s *store) cleanUp(ctx context.Context) error {
	_, err := s.client.PutItem(ctx, nil)
	if err != nil {
		if _, undo := s.client.DeleteItem(ctx, nil); undo != nil {
			return fmt.Errorf("put: %w (undo: %v)", err, undo)
		}
		return err
	}
	return nil
}

func (s *store) asksCleanUp(ctx context.Context) bool { return isMissing(s.cleanUp(ctx)) }

// Where the type does not match, the text does.
func isThrottled(err error) bool {
	var apiErr smithy.APIError
	return errors.As(err, &apiErr) && apiErr.ErrorCode() == "ThrottlingException" || strings.Contains(err.Error(), "ThrottlingException")
}

func (s *store) asksText(ctx context.Context) bool { return isThrottled(s.unasked(ctx)) }

// A type of the program finds what is in it.
type findingError struct{ err error }

func (e *findingError) Error() string        { return "store: " + e.err.Error() }
func (e *findingError) As(target any) bool   { return errors.As(e.err, target) }
func (e *findingError) Is(target error) bool { return errors.Is(e.err, target) }

func (s *store) finding(ctx context.Context) error {
	if _, err := s.client.GetItem(ctx, nil); err != nil {
		return &findingError{err}
	}
	return nil
}

func (s *store) asksFinding(ctx context.Context) bool { return isMissing(s.finding(ctx)) }

// The program asks for its own type first.
type statusError struct {
	status int
	err    error
}

func (e *statusError) Error() string { return e.err.Error() }

func (s *store) withStatus(ctx context.Context) error {
	if _, err := s.client.GetItem(ctx, nil); err != nil {
		return &statusError{500, err}
	}
	return nil
}

func (s *store) status(ctx context.Context) int {
	err := s.withStatus(ctx)
	var status *statusError
	if errors.As(err, &status) {
		return status.status
	}
	if isMissing(err) {
		return 404
	}
	return 200
}

// No context can end the call.
func (s *store) background() bool {
	_, err := s.client.GetItem(context.Background(), nil)
	err = fmt.Errorf("get: %v", err)
	return errors.Is(err, context.Canceled)
}

// The context is asked before the cut.
func (s *store) contextBefore(ctx context.Context) error {
	_, err := s.client.GetItem(ctx, nil)
	if err != nil {
		if ctx.Err() != nil {
			return ctx.Err()
		}
		return fmt.Errorf("get: %v", err)
	}
	return nil
}

func (s *store) asksContext(ctx context.Context) bool {
	return errors.Is(s.contextBefore(ctx), context.Canceled)
}

// Errors of other libraries are asked for.
func (s *store) asksEOF(ctx context.Context) bool { return errors.Is(s.unasked(ctx), io.EOF) }

// What is cut off is no smithy.APIError, whose codes the branch for it compares.
func (s *store) elseBranch(ctx context.Context) error {
	_, err := s.client.GetItem(ctx, nil)
	if err != nil {
		var apiErr smithy.APIError
		if errors.As(err, &apiErr) {
			switch apiErr.ErrorCode() {
			case "ResourceNotFoundException":
				return nil
			}
			return err
		} else {
			return fmt.Errorf("no response: %v", err)
		}
	}
	return nil
}

func (s *store) codeOfElse(ctx context.Context) string {
	var apiErr smithy.APIError
	if errors.As(s.elseBranch(ctx), &apiErr) {
		return apiErr.ErrorCode()
	}
	return ""
}

// The error of the call is nil where the other one is cut off.
func (s *store) reused(ctx context.Context) error {
	out, err := s.client.GetItem(ctx, nil)
	if err != nil {
		return err
	}
	switch len(out.Item) {
	case 0:
		err = errMissing
	case 1:
		err = io.EOF
	}
	if err != nil {
		return fmt.Errorf("get: %v, %d attributes", err, len(out.Item))
	}
	return nil
}

func (s *store) asksReused(ctx context.Context) bool { return isMissing(s.reused(ctx)) }

// The error that is cut off is nil where another one is asked.
func (s *store) askedLater(ctx context.Context, fail bool) bool {
	err := s.unasked(ctx)
	if err != nil {
		return false
	}
	if fail {
		_, err = s.client.PutItem(ctx, nil)
	}
	return isMissing(err)
}

// One implementation of several cuts its errors off: the match may be for another one.
type path interface{ read(context.Context) error }

type tablePath struct{ *store }

func (p tablePath) read(ctx context.Context) error { return p.unasked(ctx) }

type bucketPath struct{ *store }

func (p bucketPath) read(ctx context.Context) error {
	_, err := p.objects.GetObject(ctx, nil)
	return err
}

func paths(s *store) []path { return []path{tablePath{s}, bucketPath{s}} }

func statusOf(ctx context.Context, p path) string {
	var apiErr smithy.APIError
	if errors.As(p.read(ctx), &apiErr) {
		return apiErr.ErrorCode()
	}
	return ""
}

// Only errors with a certain code are cut off.
func isTooMuch(err error) bool {
	var apiErr smithy.APIError
	return errors.As(err, &apiErr) && apiErr.ErrorCode() == "ProvisionedThroughputExceededException"
}

func (s *store) onlyCode(ctx context.Context) error {
	_, err := s.client.GetItem(ctx, nil)
	if isTooMuch(err) {
		return fmt.Errorf("too much: %v", err)
	}
	return err
}

func (s *store) afterOnlyCode(ctx context.Context) bool { return isMissing(s.onlyCode(ctx)) }

// Types of the program wrap the error, beside another or their text of it.
type twoErrors struct {
	text        string
	kind, cause error
}

func (e *twoErrors) Error() string   { return e.text }
func (e *twoErrors) Unwrap() []error { return []error{e.kind, e.cause} }

type firstError struct{ first, second error }

func (e *firstError) Error() string { return e.first.Error() }
func (e *firstError) Unwrap() error {
	if e.first != nil {
		return e.first
	}
	return e.second
}

func (s *store) typed(ctx context.Context) error {
	if _, err := s.client.GetItem(ctx, nil); err != nil {
		return &twoErrors{err.Error(), errMissing, err}
	}
	if _, err := s.client.PutItem(ctx, nil); err != nil {
		return &firstError{second: err}
	}
	return nil
}

func (s *store) asksTyped(ctx context.Context) bool { return isMissing(s.typed(ctx)) }

// A type of the program has a code itself.
type codedError struct{ err error }

func (e *codedError) Error() string                 { return e.err.Error() }
func (e *codedError) ErrorCode() string             { return "Store" }
func (e *codedError) ErrorMessage() string          { return e.err.Error() }
func (e *codedError) ErrorFault() smithy.ErrorFault { return smithy.FaultClient }

func (s *store) coded(ctx context.Context) error {
	if _, err := s.client.GetItem(ctx, nil); err != nil {
		return &codedError{err}
	}
	return nil
}

func (s *store) asksCoded(ctx context.Context) bool {
	_, ok := errors.AsType[smithy.APIError](s.coded(ctx))
	return ok
}

// The deferred function sees only what the match before has left.
func (s *store) deferred(ctx context.Context) (err error) {
	defer func() {
		if err != nil {
			err = fmt.Errorf("get: %v", err)
		}
	}()
	_, err = s.client.GetItem(ctx, nil)
	if isMissing(err) {
		return nil
	}
	return err
}

func (s *store) asksDeferred(ctx context.Context) bool { return isMissing(s.deferred(ctx)) }

// The code is meant for the operation that keeps its chain.
func (s *store) creates(ctx context.Context) error {
	if _, err := s.client.DescribeTable(ctx, nil); err != nil {
		return fmt.Errorf("describe: %v", err)
	}
	_, err := s.client.CreateTable(ctx, nil)
	return err
}

func (s *store) exists(ctx context.Context) bool {
	apiErr, ok := errors.AsType[smithy.APIError](s.creates(ctx))
	return ok && (apiErr.ErrorCode() == "ResourceInUseException" || apiErr.ErrorCode() == "TableAlreadyExistsException")
}

// Whoever reads the field may mean the error that keeps its chain.
type outcome struct{ err error }

func (s *store) outcomes(ctx context.Context) []outcome {
	_, err := s.client.GetItem(ctx, nil)
	_, other := s.client.PutItem(ctx, nil)
	return []outcome{{fmt.Errorf("get: %v", err)}, {other}}
}

func (o outcome) missing() bool { return isMissing(o.err) }

// The status is meant for the operation that keeps its chain.
func (s *store) statusOfOther(ctx context.Context) int {
	response, ok := errors.AsType[*awshttp.ResponseError](s.creates(ctx))
	if !ok {
		return 0
	}
	return response.HTTPStatusCode()
}

// No error of the operation with this code is a *smithy.GenericAPIError, cut off or not.
func (s *store) generic(ctx context.Context) bool {
	apiErr, ok := errors.AsType[*smithy.GenericAPIError](s.unasked(ctx))
	return ok && apiErr.Code == "ResourceNotFoundException"
}

// Methods that are called as those of package errors, and are none of them.
type odd struct{ err error }

func (o *odd) Error() string { return o.err.Error() }
func (o *odd) Unwrap()       {}

type odder struct{ err error }

func (o odder) Error() string                  { return o.err.Error() }
func (o odder) Unwrap(deep bool) (error, bool) { return o.err, deep }

func (s *store) oddly(ctx context.Context) error {
	_, err := s.client.GetItem(ctx, nil)
	if isMissing(err) {
		return nil
	}
	if err != nil {
		return &odd{err}
	}
	return odder{err}
}

func (s *store) asksOddly(ctx context.Context) bool { return isMissing(s.oddly(ctx)) }

var asksGlobal = isMissing(errMissing)

func asksConstant() bool { return isMissing(nil) }

func receives(errs chan error) bool {
	err := fmt.Errorf("received: %v", <-errs)
	return isMissing(err)
}

// A function returns the code, which is compared before the cut.
func codeOf(err error) string {
	var apiErr smithy.APIError
	if errors.As(err, &apiErr) {
		return apiErr.ErrorCode()
	}
	return ""
}

func (s *store) codeCompared(ctx context.Context) error {
	_, err := s.client.GetItem(ctx, nil)
	if err != nil {
		if codeOf(err) == "ResourceNotFoundException" {
			return os.ErrNotExist
		}
		return fmt.Errorf("get: %v", err)
	}
	return nil
}

func (s *store) asksCodeCompared(ctx context.Context) bool { return isMissing(s.codeCompared(ctx)) }
