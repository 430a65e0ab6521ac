// Package main sorts the records of a batch in functions that return what they have decoded.
package main

import (
	"encoding/json"
	"errors"
	"os"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"

	"example.com/fixtures/lambdabatch/split/log"
)

type vote struct{ Poll, Answer string }

func process(data string) error { return os.Remove(data) }

// byPoll leaves out what it cannot decode.
func byPoll(records []events.KinesisEventRecord) map[string][]vote {
	votes := make(map[string][]vote)
	for _, r := range records {
		var v vote
		if err := json.Unmarshal(r.Kinesis.Data, &v); err != nil {
			log.New("cannot decode: %v", err).Write() // want `this error is only logged, so the stream moves on; send the record to a dead-letter queue`
			continue
		}
		votes[v.Poll] = append(votes[v.Poll], v)
	}
	return votes
}

func decoded(records []events.SQSMessage) (votes []*vote) {
	for _, m := range records {
		v := new(vote)
		if err := json.Unmarshal([]byte(m.Body), v); err != nil {
			log.New("cannot decode").AddField("error", err.Error()).Write() // want `this error is only logged, so the message is deleted; report it in BatchItemFailures`
			continue
		}
		votes = append(votes, v)
	}
	return votes
}

// ids are those of the records that are done.
func ids(records []events.SQSMessage) (done []string) {
	for _, m := range records {
		if err := process(m.Body); err != nil {
			log.New("not processed: %v", err).Write()
			continue
		}
		done = append(done, m.MessageId)
	}
	return done
}

// failed are the failures.
func failed(records []events.SQSMessage) []events.SQSBatchItemFailure {
	var failures []events.SQSBatchItemFailure
	for _, m := range records {
		if err := process(m.Body); err != nil {
			log.New("not processed: %v", err).Write()
			failures = append(failures, events.SQSBatchItemFailure{ItemIdentifier: m.MessageId})
		}
	}
	return failures
}

// rest are the records that are left.
func rest(records []events.SQSMessage) (left []events.SQSMessage) {
	for _, m := range records {
		if err := process(m.Body); err != nil {
			log.New("not processed: %v", err).Write()
			continue
		}
		left = append(left, m)
	}
	return left
}

// counted is compared with the records.
func counted(records []events.SQSMessage) (votes []vote) {
	for _, m := range records {
		var v vote
		if err := json.Unmarshal([]byte(m.Body), &v); err != nil {
			log.New("cannot decode: %v", err).Write()
			continue
		}
		votes = append(votes, v)
	}
	return votes
}

func ok(records []events.SQSMessage) bool {
	all := true
	for _, m := range records {
		if err := process(m.Body); err != nil {
			log.New("not processed: %v", err).Write()
			all = false
		}
	}
	return all
}

func handle(e events.SQSEvent) error {
	if votes := counted(e.Records); len(votes) < len(e.Records) {
		return errors.New("not all votes can be decoded")
	}
	if !ok(e.Records) || len(failed(e.Records)) > 0 {
		return errors.New("failed")
	}
	for _, m := range e.Records {
		if err := process(m.Body); err != nil {
			log.New("not processed: %v", err) // want `this error is only logged, so the message is deleted`
			return nil
		}
	}
	return nil
}

func list(e events.SQSEvent) error {
	for _, v := range decoded(e.Records) {
		log.New("%s %v %v", v.Answer, ids(e.Records), rest(e.Records)).Write()
	}
	return nil
}

func aggregate(e events.KinesisEvent) error {
	for poll, votes := range byPoll(e.Records) {
		log.New("%s: %d", poll, len(votes)).Write()
	}
	return nil
}

func main() {
	lambda.Start(handle)
	lambda.Start(list)
	lambda.Start(aggregate)
}
