// Package silent holds what the rule leaves alone.
package silent

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"log"
	"log/slog"
	"os"
	"strconv"
	"strings"
	"sync"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb/types"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	s3types "github.com/aws/aws-sdk-go-v2/service/s3/types"
	"github.com/aws/aws-sdk-go-v2/service/sqs"
	"github.com/aws/aws-sdk-go/service/apigatewaymanagementapi"
	"github.com/aws/aws-sdk-go/service/ses"
	"golang.org/x/sync/errgroup"
)

type app struct {
	table  *dynamodb.Client
	bucket *s3.Client
	queue  *sqs.Client
	failed int

	sockets *apigatewaymanagementapi.ApiGatewayManagementApi
	mail    *ses.SES
}

func init() {
	var a app
	lambda.Start(a.returned)
	lambda.Start(a.joined)
	lambda.Start(a.first)
	lambda.Start(a.grouped)
	lambda.Start(a.deadLetter)
	lambda.Start(a.alarmed)
	lambda.Start(a.counted)
	lambda.Start(a.compared)
	lambda.Start(a.poison)
	lambda.Start(a.expected)
	lambda.Start(a.matched)
	lambda.Start(a.bestEffort)
	lambda.Start(a.warned)
	lambda.Start(a.skipped)
	lambda.Start(a.fallsBack)
	lambda.Start(a.defaults)
	lambda.Start(a.closed)
	lambda.Start(a.second)
	lambda.Start(a.deferred)
	lambda.Start(a.retried)
	lambda.Start(a.checkedLater)
	lambda.Start(a.preSignUp)
	lambda.Start(a.postConfirmation)
	lambda.Start(a.authorizer)
	lambda.Start(a.queued)
	lambda.Start(a.job)
	lambda.Start(a.ofOwnType)
	lambda.Start(a.unknown)
	lambda.Start(a.disposition)
	lambda.Start(a.inbox)
	lambda.Start(a.settings)
	lambda.Start(a.fatal)
	lambda.Start(a.sentOn)
	lambda.Start(a.watched)
	lambda.Start(a.rows)
	lambda.Start(a.broadcast)
	lambda.Start(a.sideStep)
	lambda.Start(a.told)
	lambda.Start(a.goesOnAnyway)
	lambda.Start(a.logsElsewhere)
	lambda.Start(a.measured)
	lambda.Start(a.cached)
	lambda.Start(a.cachedToo)
	lambda.Start(a.tidied)
	lambda.Start(a.moved)
	lambda.Start(a.invalid)
	lambda.Start(a.nextTime)
	lambda.Start(a.setsUp)
	lambda.Start(a.logsBelow)
	lambda.Start(a.janitor)
	lambda.Start(a.mails)
	lambda.Start(a.settled)
	lambda.Start(a.goesOnInJapanese)
}

func (a *app) process(ctx context.Context, data string) error {
	_, err := a.table.PutItem(ctx, &dynamodb.PutItemInput{TableName: &data})
	return err
}

func (a *app) returned(ctx context.Context, e events.SNSEvent) error {
	for _, r := range e.Records {
		if err := a.process(ctx, r.SNS.Message); err != nil {
			log.Print(err)
			return err
		}
	}
	return nil
}

func (a *app) joined(ctx context.Context, e events.S3Event) error {
	var errs []error
	for _, r := range e.Records {
		if err := a.process(ctx, r.S3.Object.Key); err != nil {
			log.Print(err)
			errs = append(errs, err)
			continue
		}
	}
	return errors.Join(errs...)
}

func (a *app) first(ctx context.Context, e events.S3Event) error {
	var firstErr error
	for _, r := range e.Records {
		if err := a.process(ctx, r.S3.Object.Key); err != nil {
			log.Print(err)
			if firstErr == nil {
				firstErr = err
			}
		}
	}
	return firstErr
}

func (a *app) grouped(ctx context.Context, e events.S3Event) error {
	g, ctx := errgroup.WithContext(ctx)
	for _, r := range e.Records {
		g.Go(func() error {
			if err := a.process(ctx, r.S3.Object.Key); err != nil {
				log.Print(err)
				return fmt.Errorf("%s: %w", r.S3.Object.Key, err)
			}
			return nil
		})
	}
	return g.Wait()
}

// What cannot be processed is sent elsewhere.
func (a *app) deadLetter(ctx context.Context, e events.SNSEvent) error {
	for _, r := range e.Records {
		if err := a.process(ctx, r.SNS.Message); err != nil {
			log.Print(err)
			if _, err := a.queue.SendMessage(ctx, &sqs.SendMessageInput{MessageBody: &r.SNS.Message}); err != nil {
				return err
			}
		}
	}
	return nil
}

func (a *app) alarmed(ctx context.Context, e events.CloudWatchEvent) error {
	if err := a.process(ctx, e.ID); err != nil {
		log.Print(err)
		a.page(err)
	}
	return nil
}

func (a *app) page(err error) {}

func (a *app) counted(ctx context.Context, e events.CloudWatchEvent) error {
	if err := a.process(ctx, e.ID); err != nil {
		log.Print(err)
		a.failed++
	}
	return nil
}

func (a *app) compared(ctx context.Context, e events.S3Event) error {
	done := 0
	for _, r := range e.Records {
		if err := a.process(ctx, r.S3.Object.Key); err != nil {
			log.Print(err)
			continue
		}
		done++
	}
	if done < len(e.Records) {
		return errors.New("some are left")
	}
	return nil
}

func (a *app) poison(ctx context.Context, e events.SNSEvent) error {
	for _, r := range e.Records {
		var id struct{ ID string }
		if err := json.Unmarshal([]byte(r.SNS.Message), &id); err != nil {
			// It will never be JSON.
			log.Print(err)
			continue
		}
		if err := a.process(ctx, id.ID); err != nil {
			return err
		}
	}
	return nil
}

func (a *app) expected(ctx context.Context, e events.S3Event) error {
	_, err := a.bucket.HeadObject(ctx, &s3.HeadObjectInput{Key: &e.Records[0].S3.Object.Key})
	var notFound *s3types.NotFound
	if errors.As(err, &notFound) {
		log.Print(err)
		return nil
	}
	return err
}

func (a *app) matched(ctx context.Context, e events.SNSEvent) error {
	_, err := a.table.PutItem(ctx, &dynamodb.PutItemInput{TableName: &e.Records[0].SNS.Message})
	if err != nil {
		var exists *types.ConditionalCheckFailedException
		if errors.As(err, &exists) {
			log.Print("seen before: ", err)
			return nil
		}
		return err
	}
	return nil
}

func (a *app) bestEffort(ctx context.Context, e events.SNSEvent) error {
	if err := a.process(ctx, e.Records[0].SNS.Message); err != nil {
		log.Print(err) // best effort: the next run sees it again
	}
	if err := a.process(ctx, e.Records[0].SNS.Subject); err != nil {
		// Never retry: it has been sent to half of them.
		log.Print(err)
	}
	return nil
}

// A warning is none of an error.
func (a *app) warned(ctx context.Context, e events.SNSEvent) error {
	if err := a.process(ctx, e.Records[0].SNS.Message); err != nil {
		slog.Warn("no cache", "error", err)
	}
	if err := a.process(ctx, e.Records[0].SNS.Subject); err != nil {
		log.Printf("Warning: no subject: %v", err)
	}
	return nil
}

func (a *app) skipped(ctx context.Context, e events.S3Event) error {
	for _, r := range e.Records {
		if err := a.process(ctx, r.S3.Object.Key); err != nil {
			log.Printf("skipping %s: %v", r.S3.Object.Key, err)
			continue
		}
	}
	return nil
}

func (a *app) fallsBack(ctx context.Context, e events.S3Event) error {
	name := "default"
	out, err := a.bucket.GetObjectTagging(ctx, &s3.GetObjectTaggingInput{Key: &e.Records[0].S3.Object.Key})
	if err != nil {
		log.Printf("no tags, falling back to %s: %v", name, err)
	} else {
		name = *out.TagSet[0].Value
	}
	return a.process(ctx, name)
}

func (a *app) defaults(ctx context.Context, e events.SNSEvent) error {
	n, err := strconv.Atoi(e.Records[0].SNS.Subject)
	if err != nil {
		log.Print(err)
	}
	return a.process(ctx, fmt.Sprint(n))
}

func (a *app) closed(ctx context.Context, e events.S3Event) error {
	out, err := a.bucket.GetObject(ctx, &s3.GetObjectInput{Key: &e.Records[0].S3.Object.Key})
	if err != nil {
		return err
	}
	if err := out.Body.Close(); err != nil {
		log.Print(err)
	}
	return nil
}

// The second error only says that the first one could not be sent.
func (a *app) second(ctx context.Context, e events.SNSEvent) error {
	if err := a.process(ctx, e.Records[0].SNS.Message); err != nil {
		if sendErr := a.process(ctx, e.Records[0].SNS.Subject); sendErr != nil {
			log.Print(sendErr)
		}
		return err
	}
	return nil
}

func (a *app) deferred(ctx context.Context, e events.SNSEvent) error {
	defer func() {
		if err := a.process(ctx, e.Records[0].SNS.Subject); err != nil {
			log.Print(err)
		}
	}()
	return a.process(ctx, e.Records[0].SNS.Message)
}

func (a *app) retried(ctx context.Context, e events.SNSEvent) error {
	var err error
	for range 3 {
		if err = a.process(ctx, e.Records[0].SNS.Message); err == nil {
			return nil
		} else {
			log.Print(err)
		}
	}
	return err
}

func (a *app) checkedLater(ctx context.Context, e events.SNSEvent) error {
	out, err := a.table.GetItem(ctx, &dynamodb.GetItemInput{TableName: &e.Records[0].SNS.Message})
	if err != nil {
		log.Print(err)
	}
	if out == nil || out.Item == nil {
		return errors.New("no such item")
	}
	return nil
}

// Cognito waits for its triggers, the ones after the fact as well: the user reads the error.
func (a *app) preSignUp(ctx context.Context, e events.CognitoEventUserPoolsPreSignup) (events.CognitoEventUserPoolsPreSignup, error) {
	if err := a.process(ctx, e.UserName); err != nil {
		log.Print(err)
	}
	return e, nil
}

func (a *app) postConfirmation(ctx context.Context, e events.CognitoEventUserPoolsPostConfirmation) (events.CognitoEventUserPoolsPostConfirmation, error) {
	if err := a.process(ctx, e.UserName); err != nil {
		log.Print(err)
	}
	return e, nil
}

func (a *app) authorizer(ctx context.Context, e events.APIGatewayCustomAuthorizerRequest) (resp events.APIGatewayCustomAuthorizerResponse, err error) {
	if err := a.process(ctx, e.AuthorizationToken); err != nil {
		log.Print(err)
		return resp, nil
	}
	return resp, nil
}

func (a *app) queued(ctx context.Context, e events.SQSEvent) error {
	// An S3 event in a message of a queue is the business of another rule.
	var s3Event events.S3Event
	if err := json.Unmarshal([]byte(e.Records[0].Body), &s3Event); err != nil {
		return err
	}
	a.objects(ctx, s3Event)
	return nil
}

func (a *app) objects(ctx context.Context, e events.S3Event) {
	if err := a.process(ctx, e.Records[0].S3.Object.Key); err != nil {
		log.Print(err)
	}
}

// A pipeline is told by another call.
func (a *app) job(ctx context.Context, e events.CodePipelineJobEvent) error {
	if err := a.process(ctx, e.CodePipelineJob.ID); err != nil {
		log.Print(err)
	}
	return nil
}

type ownEvent struct{ ID string }

func (a *app) ofOwnType(ctx context.Context, e ownEvent) error {
	if err := a.process(ctx, e.ID); err != nil {
		log.Print(err)
	}
	return nil
}

// unknown returns something to whoever calls it.
func (a *app) unknown(ctx context.Context) (string, error) {
	if err := a.process(ctx, "all"); err != nil {
		log.Print(err)
	}
	return "done", nil
}

// SES waits for what is to become of the mail.
func (a *app) disposition(ctx context.Context, e events.SimpleEmailEvent) (events.SimpleEmailDisposition, error) {
	if err := a.process(ctx, e.Records[0].SES.Mail.MessageID); err != nil {
		log.Print(err)
	}
	return events.SimpleEmailDisposition{Disposition: events.SimpleEmailContinue}, nil
}

// SES can wait for any result.
func (a *app) inbox(ctx context.Context, e events.SimpleEmailEvent) (any, error) {
	if err := a.process(ctx, e.Records[0].SES.Mail.MessageID); err != nil {
		log.Print(err)
	}
	return nil, nil
}

// What has to do with neither the event nor AWS is another matter.
func (a *app) settings(ctx context.Context, e events.SNSEvent) error {
	if err := os.Setenv("TZ", "UTC"); err != nil {
		log.Print(err)
	}
	return a.process(ctx, e.Records[0].SNS.Message)
}

// A process that ends has failed.
func (a *app) fatal(ctx context.Context, e events.SNSEvent) {
	if err := a.process(ctx, e.Records[0].SNS.Message); err != nil {
		log.Fatal(err)
	}
}

func (a *app) sentOn(ctx context.Context, e events.S3Event) error {
	errs := make(chan error, len(e.Records))
	var wg sync.WaitGroup
	for _, r := range e.Records {
		wg.Go(func() {
			if err := a.process(ctx, r.S3.Object.Key); err != nil {
				log.Print(err)
				errs <- err
			}
		})
	}
	wg.Wait()
	close(errs)
	return <-errs
}

// The named result is set when all is done.
func (a *app) watched(ctx context.Context, e events.SNSEvent) (err error) {
	ok := true
	defer func() {
		if !ok {
			err = errors.New("failed")
		}
	}()
	if err := a.process(ctx, e.Records[0].SNS.Message); err != nil {
		log.Print(err)
		ok = false
	}
	if err := a.process(ctx, e.Records[0].SNS.Subject); err != nil {
		log.Print(err)
	}
	return nil
}

// Only called by who looks at its result.
func (a *app) valid(ctx context.Context, e events.SNSEvent) bool {
	if err := a.process(ctx, e.Records[0].SNS.Message); err != nil {
		log.Print(err)
		return false
	}
	return true
}

// A row that cannot be read never can.
func (a *app) rows(ctx context.Context, e events.S3Event) error {
	out, err := a.bucket.GetObject(ctx, &s3.GetObjectInput{Key: &e.Records[0].S3.Object.Key})
	if err != nil {
		return err
	}
	for row := range strings.SplitSeq(e.Records[0].S3.Object.Key, ",") {
		v, err := parseRow(row)
		if err != nil {
			log.Print("bad row: ", err)
			continue
		}
		if err := a.process(ctx, v+*out.ETag); err != nil {
			return err
		}
	}
	return nil
}

func parseRow(row string) (string, error) { return strconv.Unquote(row) }

// Clients that have gone are no failure.
func (a *app) broadcast(ctx context.Context, e events.SNSEvent) error {
	for _, id := range strings.Split(e.Records[0].SNS.Subject, ",") {
		if _, err := a.sockets.PostToConnection(&apigatewaymanagementapi.PostToConnectionInput{ConnectionId: &id}); err != nil {
			log.Print(err)
			continue
		}
	}
	return nil
}

// What has nothing to do with AWS, and is not the end of it, may be done without.
func (a *app) sideStep(ctx context.Context, e events.SNSEvent) error {
	if err := os.WriteFile("/tmp/last", []byte(e.Records[0].SNS.Message), 0o600); err != nil {
		log.Print(err)
	}
	return a.process(ctx, e.Records[0].SNS.Message)
}

// The logger tells somebody.
func (a *app) told(ctx context.Context, e events.SNSEvent) error {
	if err := a.process(ctx, e.Records[0].SNS.Message); err != nil {
		a.logError(ctx, err)
	}
	return nil
}

func (a *app) logError(ctx context.Context, err error) {
	log.Print(err)
	text := err.Error()
	if _, err := a.queue.SendMessage(ctx, &sqs.SendMessageInput{MessageBody: &text}); err != nil {
		panic(err)
	}
}

func (a *app) goesOnAnyway(ctx context.Context, e events.SNSEvent) error {
	if err := a.process(ctx, e.Records[0].SNS.Message); err != nil {
		log.Print(err)
		// Continue with the deletion even if this fails.
	}
	return a.process(ctx, e.Records[0].SNS.Subject)
}

// The caller gets what was found, and decides.
func (a *app) logsElsewhere(ctx context.Context, e events.SNSEvent) error {
	if a.found(ctx, e.Records[0].SNS.Message) == nil {
		return errors.New("not found")
	}
	return nil
}

func (a *app) found(ctx context.Context, name string) *string {
	out, err := a.bucket.GetObject(ctx, &s3.GetObjectInput{Key: &name})
	if err != nil {
		log.Print(err)
		return nil
	}
	return out.ETag
}

// Metrics are about the work.
func (a *app) measured(ctx context.Context, e events.SNSEvent) error {
	if err := a.publishMetric(ctx, e.Records[0].SNS.Subject); err != nil {
		log.Print(err)
	}
	return a.process(ctx, e.Records[0].SNS.Message)
}

func (a *app) publishMetric(ctx context.Context, name string) error { return a.process(ctx, name) }

// What is read may be missing.
func (a *app) cached(ctx context.Context, e events.SNSEvent) error {
	out, err := a.table.GetItem(ctx, &dynamodb.GetItemInput{TableName: &e.Records[0].SNS.Subject})
	if err != nil {
		log.Print("cache: ", err)
	}
	if out != nil && len(out.Item) > 0 {
		return nil
	}
	return a.process(ctx, e.Records[0].SNS.Message)
}

func (a *app) cachedToo(ctx context.Context, e events.SNSEvent) error {
	if out, err := a.table.GetItem(ctx, &dynamodb.GetItemInput{TableName: &e.Records[0].SNS.Subject}); err != nil {
		log.Print("cache: ", err)
	} else if len(out.Item) > 0 {
		return nil
	}
	return a.process(ctx, e.Records[0].SNS.Message)
}

// All is done when it tidies up.
func (a *app) tidied(ctx context.Context, e events.S3Event) error {
	if err := a.process(ctx, e.Records[0].S3.Object.Key); err != nil {
		return err
	}
	if err := a.cleanUp(ctx, e.Records[0].S3.Object.Key); err != nil {
		log.Print(err)
	}
	return nil
}

func (a *app) cleanUp(ctx context.Context, key string) error {
	_, err := a.bucket.DeleteObject(ctx, &s3.DeleteObjectInput{Key: &key})
	return err
}

func (a *app) moved(ctx context.Context, e events.S3Event) error {
	if _, err := a.bucket.CopyObject(ctx, &s3.CopyObjectInput{Key: &e.Records[0].S3.Object.Key}); err != nil {
		return err
	}
	if _, err := a.bucket.DeleteObject(ctx, &s3.DeleteObjectInput{Key: &e.Records[0].S3.Object.Key}); err != nil {
		log.Print(err)
	}
	return nil
}

// An event that is not valid never will be.
func (a *app) invalid(ctx context.Context, e events.SNSEvent) error {
	if err := validate(e.Records[0].SNS); err != nil {
		log.Print(err)
		return nil
	}
	return a.process(ctx, e.Records[0].SNS.Message)
}

func validate(e events.SNSEntity) error {
	if e.Message == "" {
		return errors.New("empty")
	}
	return nil
}

// The schedule comes again.
func (a *app) nextTime(ctx context.Context, e events.CloudWatchEvent) error {
	if err := a.process(ctx, e.ID); err != nil {
		log.Printf("trying again in the next run: %v", err)
	}
	return nil
}

// What is set up has nothing to do with the event.
func (a *app) setsUp(ctx context.Context, e events.SNSEvent) error {
	setUp("/tmp/work")
	return a.process(ctx, e.Records[0].SNS.Message)
}

func setUp(dir string) {
	if err := os.MkdirAll(dir, 0o700); err != nil {
		log.Print(err)
		return
	}
}

// The helper sets its result in the end.
func (a *app) logsBelow(ctx context.Context, e events.SNSEvent) error {
	return a.watchedToo(ctx, e.Records[0].SNS.Message)
}

func (a *app) watchedToo(ctx context.Context, text string) (err error) {
	defer func() {
		if a.failed > 0 {
			err = errors.New("failed")
		}
	}()
	if err := a.process(ctx, text); err != nil {
		log.Print(err)
	}
	return nil
}

// What is left is there when the schedule comes again.
func (a *app) janitor(ctx context.Context, e events.CloudWatchEvent) error {
	out, err := a.bucket.ListObjectsV2(ctx, &s3.ListObjectsV2Input{Bucket: &e.Source})
	if err != nil {
		return err
	}
	for _, o := range out.Contents {
		if _, err := a.bucket.DeleteObject(ctx, &s3.DeleteObjectInput{Bucket: &e.Source, Key: o.Key}); err != nil {
			log.Printf("delete %s: %v", *o.Key, err)
			continue
		}
	}
	return nil
}

// Another try would mail to all the others again.
func (a *app) mails(ctx context.Context, e events.SNSEvent) error {
	for _, to := range strings.Split(e.Records[0].SNS.Subject, ",") {
		if _, err := a.mail.SendEmail(&ses.SendEmailInput{Source: &to}); err != nil {
			log.Print(err)
			continue
		}
	}
	return nil
}

// settled takes away what it has copied: what is left over does no harm.
func (a *app) settled(ctx context.Context, e events.S3Event) error {
	key := e.Records[0].S3.Object.Key
	if err := a.save(ctx, key); err != nil {
		return err
	}
	if err := a.removeStaged(ctx, key); err != nil {
		log.Printf("remove %s: %v", key, err)
	}
	a.cleanStaged(ctx, key)
	return nil
}

func (a *app) save(ctx context.Context, key string) error {
	_, err := a.table.PutItem(ctx, &dynamodb.PutItemInput{TableName: &key})
	return err
}

func (a *app) removeStaged(ctx context.Context, key string) error {
	_, err := a.bucket.DeleteObject(ctx, &s3.DeleteObjectInput{Key: &key})
	return err
}

func (a *app) cleanStaged(ctx context.Context, key string) {
	if err := a.removeStaged(ctx, key); err != nil {
		log.Printf("remove %s: %v", key, err)
	}
}

func (a *app) goesOnInJapanese(ctx context.Context, e events.S3Event) error {
	for _, r := range e.Records {
		if err := a.process(ctx, r.S3.Object.Key); err != nil {
			log.Print(err)
			// 次の画像の処理を続行
			continue
		}
	}
	return nil
}
