// Package rest asks whether an error is of one kind, and drops all others.
package rest

import (
	"context"
	"errors"
	"fmt"
	"log"
	"net/http"
	"strings"

	"github.com/aws/aws-sdk-go-v2/service/dynamodb"
	ddbtypes "github.com/aws/aws-sdk-go-v2/service/dynamodb/types"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/aws/aws-sdk-go-v2/service/s3/types"
	"github.com/aws/smithy-go"
)

type store struct {
	s3     *s3.Client
	db     *dynamodb.Client
	status string
}

var errInProgress = errors.New("in progress")

func (s *store) objectExists(ctx context.Context, in *s3.HeadObjectInput) (bool, error) {
	if _, err := s.s3.HeadObject(ctx, in); err != nil { // want `^unmatched errors of s3.HeadObject are swallowed; return them$`
		var notFound *types.NotFound
		if errors.As(err, &notFound) {
			return false, nil
		}
	}
	return true, nil
}

func (s *store) exists(ctx context.Context, in *s3.HeadObjectInput) bool {
	_, err := s.s3.HeadObject(ctx, in)
	if err != nil { // want `^unmatched errors of s3.HeadObject are treated as "does not exist"; log them or add an error result$`
		if _, ok := errors.AsType[*types.NotFound](err); ok {
			log.Println("not there")
		}
		return false
	}
	return true
}

func (s *store) bothEndAlike(ctx context.Context, in *s3.HeadObjectInput) error {
	if _, err := s.s3.HeadObject(ctx, in); err != nil { // want `^unmatched errors of s3.HeadObject are swallowed; return or log them$`
		if _, ok := errors.AsType[*types.NotFound](err); ok {
			return nil
		}
	}
	return nil
}

func (s *store) oneCondition(ctx context.Context, in *dynamodb.CreateTableInput) error {
	_, err := s.db.CreateTable(ctx, in)
	var inUse *ddbtypes.ResourceInUseException
	if err != nil && errors.As(err, &inUse) { // want `^unmatched errors of dynamodb.CreateTable are swallowed; return or log them$`
		return s.update(ctx)
	}
	fmt.Println("created")
	return nil
}

func (s *store) withoutCheck(ctx context.Context, in *dynamodb.CreateTableInput) error {
	_, err := s.db.CreateTable(ctx, in) // want `^unmatched errors of dynamodb.CreateTable are swallowed; return or log them$`
	var inUse *ddbtypes.ResourceInUseException
	if errors.As(err, &inUse) {
		return s.update(ctx)
	}
	return nil
}

func (s *store) code(ctx context.Context, in *s3.DeleteBucketInput) error {
	if _, err := s.s3.DeleteBucket(ctx, in); err != nil { // want `^unmatched errors of s3.DeleteBucket are swallowed; return or log them$`
		var apiErr smithy.APIError
		if errors.As(err, &apiErr) {
			switch apiErr.ErrorCode() {
			case "BucketNotEmpty":
				return fmt.Errorf("empty %s first: %w", *in.Bucket, err)
			case "NoSuchBucket":
				return nil
			}
		}
	}
	return nil
}

func (s *store) text(ctx context.Context, in *s3.DeleteBucketInput) error {
	if _, err := s.s3.DeleteBucket(ctx, in); err != nil { // want `^unmatched errors of s3.DeleteBucket are swallowed; return or log them$`
		if strings.Contains(err.Error(), "BucketNotEmpty") {
			return err
		}
	}
	return nil
}

// What removes the object fails for the same reason, and says so.
func (s *store) removedThen(ctx context.Context, in *s3.HeadObjectInput, del *s3.DeleteObjectInput) error {
	if _, err := s.s3.HeadObject(ctx, in); err != nil {
		var notFound *types.NotFound
		if errors.As(err, &notFound) {
			return nil
		}
	}
	if _, err := s.s3.DeleteObject(ctx, del); err != nil {
		return err
	}
	return nil
}

// What tags it may not.
func (s *store) taggedThen(ctx context.Context, in *s3.HeadObjectInput, tag *s3.PutObjectTaggingInput) error {
	if _, err := s.s3.HeadObject(ctx, in); err != nil { // want `^unmatched errors of s3.HeadObject are swallowed`
		var notFound *types.NotFound
		if errors.As(err, &notFound) {
			return nil
		}
	}
	if _, err := s.s3.PutObjectTagging(ctx, tag); err != nil {
		return err
	}
	return nil
}

func (s *store) helper(ctx context.Context, in *s3.DeleteObjectInput) {
	_, err := s.s3.DeleteObject(ctx, in) // want `^unmatched errors of s3.DeleteObject are swallowed; log them or pass them on$`
	if isDenied(err) {
		log.Println("cannot delete:", err)
		return
	}
	fmt.Println("deleted")
}

func isDenied(err error) bool {
	var apiErr smithy.APIError
	return errors.As(err, &apiErr) && apiErr.ErrorCode() == "AccessDenied"
}

func (s *store) inLoop(ctx context.Context, ins []*s3.DeleteObjectInput) error {
	for _, in := range ins {
		if _, err := s.s3.DeleteObject(ctx, in); err != nil { // want `^unmatched errors of s3.DeleteObject are swallowed; return or log them$`
			if isDenied(err) {
				return err
			}
			continue
		}
		fmt.Println("deleted", *in.Key)
	}
	return nil
}

// A function of the program has errors of its own beside those of AWS.

func (s *store) detect(ctx context.Context, in *dynamodb.DescribeTableInput) (string, error) {
	out, err := s.db.DescribeTable(ctx, in)
	if err != nil {
		return "", fmt.Errorf("describe: %w", err)
	}
	if out.Table.TableStatus == ddbtypes.TableStatusUpdating {
		return "", errInProgress
	}
	return *out.Table.TableName, nil
}

func (s *store) sentinel(ctx context.Context, in *dynamodb.DescribeTableInput) (*string, error) {
	name, err := s.detect(ctx, in)
	if err != nil { // want `^unmatched errors of store.detect \(from dynamodb.DescribeTable\) are swallowed; return them$`
		if errors.Is(err, errInProgress) {
			if err = s.update(ctx); err != nil {
				return nil, err
			}
		}
		return nil, nil
	}
	return &name, nil
}

func (s *store) ownText(ctx context.Context, in *dynamodb.DescribeTableInput) (*string, error) {
	name, err := s.detect(ctx, in)
	if err != nil { // want `^unmatched errors of store.detect \(from dynamodb.DescribeTable\) are swallowed; return them$`
		if err.Error() == "in progress" {
			return nil, s.update(ctx)
		}
		return nil, nil
	}
	return &name, nil
}

func (s *store) said(ctx context.Context, in *s3.HeadObjectInput) (bool, error) {
	if _, err := s.s3.HeadObject(ctx, in); err != nil { // want `info: ^unmatched errors of s3.HeadObject are swallowed`
		if _, ok := errors.AsType[*types.NotFound](err); ok {
			return false, nil
		}
		// Anything else is not fatal, the upload will tell.
	}
	return true, nil
}

func (s *store) update(ctx context.Context) error {
	_, err := s.db.UpdateTable(ctx, &dynamodb.UpdateTableInput{TableName: &s.status})
	return err
}

// Near misses.

func (s *store) returned(ctx context.Context, in *s3.HeadObjectInput) (bool, error) {
	if _, err := s.s3.HeadObject(ctx, in); err != nil {
		if _, ok := errors.AsType[*types.NotFound](err); ok {
			return false, nil
		}
		return false, err
	}
	return true, nil
}

func (s *store) returnedFirst(ctx context.Context, in *s3.HeadObjectInput) (bool, error) {
	_, err := s.s3.HeadObject(ctx, in)
	if err != nil && !isDenied(err) {
		return false, err
	}
	return err == nil, nil
}

func (s *store) returnedBelow(ctx context.Context, in *dynamodb.CreateTableInput) error {
	_, err := s.db.CreateTable(ctx, in)
	if _, ok := errors.AsType[*ddbtypes.ResourceInUseException](err); ok {
		err = s.update(ctx)
	}
	return err
}

func (s *store) loggedBefore(ctx context.Context, in *s3.HeadObjectInput) error {
	if _, err := s.s3.HeadObject(ctx, in); err != nil {
		log.Println("head:", err)
		if isDenied(err) {
			return err
		}
	}
	return nil
}

func (s *store) loggedElse(ctx context.Context, in *s3.HeadObjectInput) error {
	if _, err := s.s3.HeadObject(ctx, in); err != nil {
		if isDenied(err) {
			return err
		} else {
			log.Println("head failed")
		}
	}
	return nil
}

func (s *store) byDefault(ctx context.Context, in *s3.DeleteBucketInput) error {
	_, err := s.s3.DeleteBucket(ctx, in)
	switch {
	case err == nil:
	case isDenied(err):
		s.status = "denied"
	default:
		return err
	}
	return nil
}

func (s *store) codeByDefault(ctx context.Context, in *s3.DeleteBucketInput) error {
	_, err := s.s3.DeleteBucket(ctx, in)
	if apiErr, ok := errors.AsType[smithy.APIError](err); ok {
		switch apiErr.ErrorCode() {
		case "NoSuchBucket":
			return nil
		default:
			log.Println(apiErr.ErrorMessage())
		}
	}
	return nil
}

func (s *store) typeSwitch(ctx context.Context, in *s3.DeleteBucketInput) string {
	_, err := s.s3.DeleteBucket(ctx, in)
	switch e := errors.Unwrap(err).(type) {
	case *types.NotFound:
		return "not there"
	case nil:
		return "deleted"
	default:
		return e.Error()
	}
}

func (s *store) marks(ctx context.Context, in *s3.HeadObjectInput) error {
	if _, err := s.s3.HeadObject(ctx, in); err != nil {
		if isDenied(err) {
			return err
		}
		s.status = "unknown"
	}
	return nil
}

func (s *store) answers(ctx context.Context, in *s3.HeadObjectInput, w http.ResponseWriter) {
	if _, err := s.s3.HeadObject(ctx, in); err != nil {
		status := http.StatusInternalServerError
		if isDenied(err) {
			status = http.StatusForbidden
		}
		w.WriteHeader(status)
		return
	}
	w.WriteHeader(http.StatusOK)
}

func (s *store) answerInVariable(ctx context.Context, in *s3.HeadObjectInput) (int, error) {
	status := http.StatusOK
	if _, err := s.s3.HeadObject(ctx, in); err != nil {
		status = http.StatusInternalServerError
		if isDenied(err) {
			status = http.StatusForbidden
		}
	}
	return status, nil
}

func (s *store) again(ctx context.Context, in *s3.HeadObjectInput) error {
	for {
		_, err := s.s3.HeadObject(ctx, in)
		if err == nil {
			return nil
		}
		if isDenied(err) {
			return err
		}
	}
}

func (s *store) outputTells(ctx context.Context, in *s3.GetObjectInput) ([]byte, error) {
	out, err := s.s3.GetObject(ctx, in)
	if isDenied(err) {
		return nil, err
	}
	if out == nil {
		return nil, errInProgress
	}
	return nil, nil
}

func (s *store) predicate(ctx context.Context, in *s3.HeadObjectInput) bool {
	_, err := s.s3.HeadObject(ctx, in)
	return err == nil || isDenied(err)
}

func (s *store) reports(ctx context.Context, in *s3.HeadObjectInput) error {
	if _, err := s.s3.HeadObject(ctx, in); err != nil {
		if s.report(err) {
			return nil
		}
	}
	return nil
}

// report looks like a question, but tells of the error.
func (s *store) report(err error) bool {
	log.Println(err)
	return isDenied(err)
}

func (s *store) kept(ctx context.Context, in *s3.HeadObjectInput) error {
	_, err := s.s3.HeadObject(ctx, in)
	denied := isDenied(err)
	if denied {
		return err
	}
	if !denied && err != nil {
		s.status = err.Error()
	}
	return nil
}

func (s *store) deletesCleanly(ctx context.Context, in *s3.DeleteBucketInput) error {
	_, err := s.s3.DeleteBucket(ctx, in)
	var apiErr smithy.APIError
	if err == nil || errors.As(err, &apiErr) && apiErr.ErrorCode() == "NoSuchBucket" {
		return nil
	}
	return err
}

func (s *store) outputDecides(ctx context.Context, in *s3.GetObjectInput, again *s3.GetObjectInput) (string, error) {
	out, err := s.s3.GetObject(ctx, in)
	if err != nil {
		if isDenied(err) {
			if out, err = s.s3.GetObject(ctx, again); err != nil {
				return "", err
			}
		}
	}
	if out == nil || out.ETag == nil {
		return "", errInProgress
	}
	return *out.ETag, nil
}

// Functions that say which errors matter, and not of which kind one is.

func failed(err error) bool { return err != nil }

func isUnexpected(err error) bool {
	if err == nil || errors.Is(err, context.Canceled) {
		return false
	}
	return true
}

// isNotDenied is the other way round: it holds for all others.
func isNotDenied(err error) bool { return err != nil && !isDenied(err) }

func (s *store) asksOtherwise(ctx context.Context, in *s3.HeadObjectInput) error {
	_, err := s.s3.HeadObject(ctx, in)
	if failed(err) {
		return errInProgress
	}
	_, err = s.s3.HeadObject(ctx, in)
	if isUnexpected(err) {
		return errInProgress
	}
	_, err = s.s3.HeadObject(ctx, in)
	if isNotDenied(err) {
		return errInProgress
	}
	return nil
}

func (s *store) index(ctx context.Context, in *s3.HeadObjectInput) error {
	_, err := s.s3.HeadObject(ctx, in)
	if err != nil && strings.Index(err.Error(), "denied") == -1 {
		return errInProgress
	}
	return nil
}

func hasErrorCode(err error, codes ...string) bool {
	found := false
	if apiErr, ok := errors.AsType[smithy.APIError](err); ok {
		for _, code := range codes {
			if apiErr.ErrorCode() == code {
				found = true
			}
		}
	}
	return found
}

func (s *store) listed(ctx context.Context, in *s3.DeleteBucketInput) error {
	if _, err := s.s3.DeleteBucket(ctx, in); err != nil { // want `^unmatched errors of s3.DeleteBucket are swallowed; return or log them$`
		if hasErrorCode(err, "BucketNotEmpty", "Conflict") {
			return err
		}
	}
	return nil
}

func (s *store) head(ctx context.Context, in *s3.HeadObjectInput) (*s3.HeadObjectOutput, error) {
	out, err := s.s3.HeadObject(ctx, in)
	if err != nil {
		return nil, fmt.Errorf("head: %w", err)
	}
	return out, nil
}

// outputPanics is what outputbeforecheck reports.
func (s *store) outputPanics(ctx context.Context, in *s3.HeadObjectInput) (*string, error) {
	out, err := s.head(ctx, in)
	if err != nil {
		if isDenied(err) {
			return nil, err
		}
	}
	return out.ETag, nil
}

func (s *store) warnIfDenied(ctx context.Context, in *s3.HeadObjectInput) {
	_, err := s.s3.HeadObject(ctx, in)
	if isDenied(err) {
		log.Println("cannot see", *in.Key)
	}
}
