// Package people tells people of events, who do not want to be told twice.
package people

import (
	"context"
	"fmt"
	"log"
	"net/smtp"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb"
	"github.com/aws/aws-sdk-go-v2/service/sns"
	"github.com/aws/aws-sdk-go/service/ses"
)

type app struct {
	table *dynamodb.Client
	mail  *ses.SES
	topic *sns.Client
}

func init() {
	var a app
	lambda.Start(a.storesFirst)
	lambda.Start(a.leaves)
	lambda.Start(a.mailsOfFailure)
	lambda.Start(a.mailsElsewhere)
	lambda.Start(a.storesThen)
	lambda.Start(a.notes)
	lambda.Start(a.publishes)
}

func (a *app) put(ctx context.Context, text string) error {
	_, err := a.table.PutItem(ctx, &dynamodb.PutItemInput{TableName: &text})
	return err
}

// storesFirst forwards the mail in any case: to return the error below would do so three times.
func (a *app) storesFirst(ctx context.Context, e events.SNSEvent) error {
	for _, r := range e.Records {
		if err := a.put(ctx, r.SNS.Message); err != nil {
			log.Print(err) // want `the error of dynamodb.PutItem is only logged, so Lambda considers the event done; return it before SendMail is called$`
		}
		if err := smtp.SendMail("localhost:25", nil, "a@example.com", []string{"b@example.com"}, []byte(r.SNS.Message)); err != nil {
			return fmt.Errorf("mail: %w", err)
		}
	}
	return nil
}

// leaves does not get to the mail.
func (a *app) leaves(ctx context.Context, e events.SNSEvent) error {
	if err := a.put(ctx, e.Records[0].SNS.Message); err != nil {
		log.Print(err) // want `event done; return it$`
		return nil
	}
	_, err := a.mail.SendEmail(&ses.SendEmailInput{})
	return err
}

// mailsOfFailure has sent nothing when it comes to the item.
func (a *app) mailsOfFailure(ctx context.Context, e events.SNSEvent) error {
	if len(e.Records) == 0 {
		notifyAdmin("empty")
		return nil
	}
	if err := a.put(ctx, e.Records[0].SNS.Message); err != nil {
		log.Print(err) // want `event done; return it$`
	}
	return nil
}

// mailsElsewhere has sent nothing either.
func (a *app) mailsElsewhere(ctx context.Context, e events.SNSEvent) error {
	if e.Records[0].SNS.Subject == "mail" {
		notifyAdmin(e.Records[0].SNS.Message)
	} else if err := a.put(ctx, e.Records[0].SNS.Message); err != nil {
		log.Print(err) // want `event done; return it$`
	}
	return nil
}

func notifyAdmin(string) {}

// Nothing is reported below: another try would tell people again.

func (a *app) storesThen(ctx context.Context, e events.SNSEvent) error {
	if _, err := a.mail.SendEmail(&ses.SendEmailInput{}); err != nil {
		return err
	}
	if err := a.put(ctx, e.Records[0].SNS.Message); err != nil {
		log.Print(err)
	}
	return nil
}

func (a *app) notes(ctx context.Context, e events.SNSEvent) error {
	notifyAdmin(e.Records[0].SNS.Subject)
	if err := a.put(ctx, e.Records[0].SNS.Message); err != nil {
		log.Print(err)
		return nil
	}
	return nil
}

func (a *app) publishes(ctx context.Context, e events.S3Event) error {
	for _, r := range e.Records {
		if _, err := a.topic.Publish(ctx, &sns.PublishInput{Message: &r.S3.Object.Key}); err != nil {
			return err
		}
		if err := a.put(ctx, r.S3.Object.Key); err != nil {
			log.Print(err)
			continue
		}
	}
	return nil
}
