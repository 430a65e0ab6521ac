// Package silent holds what the rule must not report.
package silent

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"log"
	"net"
	"os"
	"strings"
	"time"

	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/feature/ec2/imds"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb"
	"github.com/aws/aws-sdk-go-v2/service/ec2"
	"github.com/aws/aws-sdk-go-v2/service/iam"
	"github.com/aws/aws-sdk-go-v2/service/iam/types"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/aws/smithy-go"
)

// A message that is checked after a type.
func guardedByType(ctx context.Context, c *iam.Client, in *iam.DeleteRoleInput) bool {
	_, err := c.DeleteRole(ctx, in)
	var conflict *types.DeleteConflictException
	if errors.As(err, &conflict) && strings.Contains(conflict.ErrorMessage(), "must detach all policies first") {
		return true
	}
	return false
}

// A message that is checked after a code.
func guardedByCode(ctx context.Context, c *iam.Client, in *iam.GetRoleInput) bool {
	_, err := c.GetRole(ctx, in)
	var apiErr smithy.APIError
	if errors.As(err, &apiErr) && apiErr.ErrorCode() == "ValidationError" {
		return strings.Contains(err.Error(), "does not exist")
	}
	return false
}

// The message of what errors.As has unwrapped.
func unwrapped(ctx context.Context, c *iam.Client, in *iam.GetRoleInput) bool {
	_, err := c.GetRole(ctx, in)
	if apiErr, ok := errors.AsType[smithy.APIError](err); ok {
		return strings.Contains(apiErr.ErrorMessage(), "not found")
	}
	return false
}

// Two errors with each other.
func same(ctx context.Context, c *iam.Client, in *iam.GetRoleInput) bool {
	_, err1 := c.GetRole(ctx, in)
	_, err2 := c.GetRole(ctx, in)
	return err1.Error() == err2.Error()
}

// What a waiter says in words of its own.
func waiter(ctx context.Context, c *s3.Client, in *s3.HeadBucketInput) bool {
	err := s3.NewBucketExistsWaiter(c).Wait(ctx, in, time.Minute)
	return err != nil && strings.Contains(err.Error(), "exceeded max wait time")
}

// The network, timeouts, cancellation, credentials.
func network(ctx context.Context, c *s3.Client, in *s3.GetObjectInput) string {
	_, err := c.GetObject(ctx, in)
	switch {
	case err == nil:
		return ""
	case strings.Contains(err.Error(), "no such host"):
		return "dns"
	case strings.Contains(err.Error(), "connection refused"):
		return "down"
	case strings.Contains(err.Error(), "i/o timeout"), strings.Contains(err.Error(), "deadline exceeded"):
		return "slow"
	case strings.Contains(err.Error(), "context canceled"):
		return "stopped"
	case strings.Contains(err.Error(), "failed to retrieve credentials"):
		return "who"
	case strings.Contains(err.Error(), "profile not found"):
		return "which"
	}
	return err.Error()
}

// The configuration has no error types of a service.
func load(ctx context.Context) bool {
	_, err := config.LoadDefaultConfig(ctx)
	return err != nil && strings.Contains(err.Error(), "failed to get shared config profile")
}

// Instance metadata have no codes.
func metadata(ctx context.Context, c *imds.Client, in *imds.GetMetadataInput) bool {
	_, err := c.GetMetadata(ctx, in)
	return err != nil && (strings.Contains(err.Error(), "404") || strings.Contains(err.Error(), "StatusCode: 404"))
}

// A message of a code that services use for many reasons.
func message(ctx context.Context, c *iam.Client, in *iam.CreateRoleInput) bool {
	_, err := c.CreateRole(ctx, in)
	return err != nil && strings.Contains(err.Error(), "No updates are to be performed")
}

func sharedCode(ctx context.Context, c *iam.Client, in *iam.CreateRoleInput) bool {
	_, err := c.CreateRole(ctx, in)
	return err != nil && strings.Contains(err.Error(), "ValidationError: No updates are to be performed")
}

// Text that is logged, printed, wrapped, returned.
func logged(ctx context.Context, c *s3.Client, in *s3.GetObjectInput) error {
	_, err := c.GetObject(ctx, in)
	if err != nil {
		log.Println("NoSuchKey or worse: " + err.Error())
		fmt.Println(strings.ToUpper(err.Error()))
		return errors.New("AccessDenied: " + err.Error())
	}
	return nil
}

// An error that another one has replaced before the match.
func overwritten(ctx context.Context, c *s3.Client, in *s3.GetObjectInput, name string) bool {
	_, err := c.GetObject(ctx, in)
	if err != nil {
		log.Print(err)
	}
	_, err = os.Stat(name)
	return err != nil && strings.Contains(err.Error(), "NoSuchKey")
}

// Errors of a database, of the network, of the program itself.
func database(db *sql.DB) bool {
	err := db.Ping()
	return err != nil && strings.Contains(err.Error(), "AccessDenied")
}

func dial() bool {
	_, err := net.Dial("tcp", "localhost:1")
	return strings.Contains(err.Error(), "ServiceUnavailable")
}

var errNoSuchKey = errors.New("NoSuchKey")

func own() bool { return errNoSuchKey.Error() == "NoSuchKey" }

// A helper that asks words which are not AWS's alone.
func IsNotFound(err error) bool {
	return strings.Contains(err.Error(), "not found") || strings.Contains(err.Error(), "NotFound") ||
		strings.Contains(err.Error(), "ServiceUnavailable") || strings.Contains(err.Error(), "InvalidArgument")
}

// A helper that is called with errors of a database only.
func isMissing(err error) bool { return strings.Contains(err.Error(), "NoSuchBucket") }

func query(db *sql.DB) bool {
	_, err := db.Query("select 1")
	return isMissing(err)
}

// An AWS error that has become a mere text: there is nothing else to ask.
func flat(ctx context.Context, c *s3.Client, in *s3.GetObjectInput) bool {
	_, err := c.GetObject(ctx, in)
	err = fmt.Errorf("get: %v", err)
	return strings.Contains(err.Error(), "NoSuchKey")
}

// Text that is no error's.
func text(name string) bool { return strings.Contains(name, "NoSuchKey") }

func output(ctx context.Context, c *dynamodb.Client, in *dynamodb.DescribeTableInput) bool {
	out, err := c.DescribeTable(ctx, in)
	return err == nil && strings.Contains(*out.Table.TableName, "AccessDenied")
}

// A place in the text.
func first(ctx context.Context, c *s3.Client, in *s3.GetObjectInput) string {
	_, err := c.GetObject(ctx, in)
	before, _, _ := strings.Cut(err.Error(), "\n")
	return before
}

func has(ctx context.Context, c *s3.Client, in *s3.GetObjectInput, name string) bool {
	_, err := c.GetObject(ctx, in)
	return err != nil && strings.Contains(err.Error(), name)
}

// A comment that says why.
func ignored(ctx context.Context, c *s3.Client, in *s3.GetObjectInput) bool {
	_, err := c.GetObject(ctx, in)
	//awserrlint:ignore errstring the proxy in between makes all errors texts
	return err != nil && strings.Contains(err.Error(), "NoSuchKey")
}

// A presigned request is never sent: only who gives credentials can refuse.
func presigned(ctx context.Context, c *s3.PresignClient, in *s3.GetObjectInput) bool {
	_, err := c.PresignGetObject(ctx, in)
	return err != nil && (strings.Contains(err.Error(), "AccessDenied") || strings.Contains(err.Error(), "NoSuchKey"))
}

// What is looked for among errors that have lost their type, after errors of AWS.
func IsInstanceNotFound(err error) bool {
	var apiErr smithy.APIError
	if errors.As(err, &apiErr) {
		return apiErr.ErrorCode() == "InvalidInstanceID.NotFound"
	} else if strings.Contains(err.Error(), "InvalidInstanceID.NotFound") {
		return true // from where the error has become another one
	}
	return false
}

func bothWays(ctx context.Context, c *s3.Client, in *s3.GetObjectInput) bool {
	_, err := c.GetObject(ctx, in)
	var apiErr smithy.APIError
	return errors.As(err, &apiErr) && apiErr.ErrorCode() == "AccessDenied" || strings.Contains(err.Error(), "AccessDenied")
}

// Reason tells people why a launch failed, by errors and by texts of failures in outputs.
func Reason(err error) string {
	switch {
	case strings.Contains(err.Error(), "UnauthorizedOperation"), strings.Contains(err.Error(), "AccessDenied"):
		return "not allowed"
	case strings.Contains(err.Error(), "not eligible for Free Tier"):
		return "too large"
	case strings.Contains(err.Error(), "InvalidLaunchTemplateId.NotFound"):
		return "no template"
	}
	return "unknown"
}

// A retrier asks what the function that it is given returns.
type retrier struct{ shouldRetry func(error) bool }

func (r retrier) run(fn func() error) error {
	err := fn()
	for err != nil && r.shouldRetry(err) {
		err = fn()
	}
	return err
}

// An error that is nothing but a code is one that the program made of the failures in an output.
func launchFleet(ctx context.Context, c *ec2.Client, in *ec2.CreateFleetInput) error {
	return retrier{func(err error) bool { return err.Error() == "InsufficientInstanceCapacity" }}.run(func() error {
		out, err := c.CreateFleet(ctx, in)
		if err != nil {
			return err
		}
		for _, failed := range out.Errors {
			if failed.ErrorCode != nil && *failed.ErrorCode == "InsufficientInstanceCapacity" {
				return fmt.Errorf("%s", *failed.ErrorCode)
			}
		}
		return nil
	})
}

// ExitCode tells what to exit with by errors that are nothing but codes.
func ExitCode(err error) int {
	switch err.Error() {
	case "UnauthorizedOperation", "InsufficientInstanceCapacity":
		return 3
	}
	return 1
}

// A retrier that nobody knows may return an error that only repeats what others say.
type stubborn interface {
	Do(func() error) error
}

func retried(ctx context.Context, c *s3.Client, in *s3.GetObjectInput, r stubborn) bool {
	err := r.Do(func() error {
		_, err := c.GetObject(ctx, in)
		return err
	})
	return err != nil && strings.Contains(err.Error(), "NoSuchKey")
}

// The chain is cut, so only the text says what went wrong.
func cut(ctx context.Context, c *s3.Client, in *s3.GetObjectInput) error {
	if _, err := c.GetObject(ctx, in); err != nil {
		return fmt.Errorf("get: %v", err)
	}
	return nil
}

var errCut = errors.New("cut")

func cutBeside(ctx context.Context, c *s3.Client, in *s3.GetObjectInput) error {
	if _, err := c.GetObject(ctx, in); err != nil {
		return fmt.Errorf("%w: %v", errCut, err)
	}
	return nil
}

// IsNoSuchKey is given what is cut, and perhaps more.
func IsNoSuchKey(err error) bool { return strings.Contains(err.Error(), "NoSuchKey") }

func matchesCut(ctx context.Context, c *s3.Client, in *s3.GetObjectInput) bool {
	if err := cutBeside(ctx, c, in); err != nil && strings.Contains(err.Error(), "NoSuchKey") {
		return true
	}
	return IsNoSuchKey(cut(ctx, c, in))
}
