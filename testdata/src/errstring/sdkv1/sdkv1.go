// Package sdkv1 matches errors of SDK v1.
package sdkv1

import (
	"strings"

	"github.com/aws/aws-sdk-go/aws/request"
	"github.com/aws/aws-sdk-go/service/dynamodb"
	"github.com/aws/aws-sdk-go/service/iam"
)

func create(c *dynamodb.DynamoDB, in *dynamodb.PutItemInput) (exists bool, err error) {
	_, err = c.PutItem(in)
	if err != nil {
		if strings.Contains(err.Error(), dynamodb.ErrCodeConditionalCheckFailedException) { // want `^the error of dynamodb.PutItem is matched by its text; match awserr.Error with code "ConditionalCheckFailedException"$`
			return true, nil
		}
	}
	return false, err
}

// A helper that is asked for one code and for another.
func has(c *dynamodb.DynamoDB, in *dynamodb.PutItemInput, code string) bool {
	_, err := c.PutItem(in)
	return err != nil && strings.Contains(err.Error(), code) // want `^the error of dynamodb.PutItem is matched by its text; match awserr.Error and compare its code$`
}

func either(c *dynamodb.DynamoDB, in *dynamodb.PutItemInput) bool {
	return has(c, in, dynamodb.ErrCodeConditionalCheckFailedException) || has(c, in, dynamodb.ErrCodeResourceNotFoundException)
}

// SDK v1 prints the code, a colon and the message.
func recreated(c *dynamodb.DynamoDB, in *dynamodb.CreateTableInput) error {
	_, err := c.CreateTable(in)
	if err != nil && strings.Contains(err.Error(), "ResourceInUseException: Table already exists") { // want `^the error of dynamodb.CreateTable is matched by its text; match awserr.Error with code "ResourceInUseException" and its Message\(\)$`
		return nil
	}
	return err
}

func denied(c *dynamodb.DynamoDB, in *dynamodb.PutItemInput) bool {
	_, err := c.PutItem(in)
	return err != nil && strings.Contains(err.Error(), "AccessDenied") // want `^the error of dynamodb.PutItem is matched by its text; match awserr.Error and compare its code$`
}

func missing(c *dynamodb.DynamoDB, in *dynamodb.PutItemInput) bool {
	_, err := c.PutItem(in)
	return err != nil && strings.Contains(err.Error(), "status code: 404") // want `^the error of dynamodb.PutItem is matched by its text; match awserr.RequestFailure with StatusCode\(\) 404$`
}

// Words that people read, and codes that services send for many reasons.
func messages(c *dynamodb.DynamoDB, in *dynamodb.PutItemInput) bool {
	_, err := c.PutItem(in)
	return strings.Contains(err.Error(), "not found") || strings.Contains(err.Error(), "ValidationException: Unknown attribute")
}

// A retryer gets the error in a field of the request.
func retries(req *request.Request) bool {
	if req.Error != nil {
		if strings.Contains(req.Error.Error(), "AccessDenied") { // want `^an AWS error is matched by its text; match awserr.Error and compare its code$`
			return true
		}
		if strings.Contains(req.Error.Error(), "ProvisionedThroughputExceededException") { // want `^an AWS error is matched by its text; match awserr.Error with code "ProvisionedThroughputExceededException"$`
			return true
		}
	}
	return req.Error != nil && strings.Contains(req.Error.Error(), "connection reset by peer")
}

func throttled(c *iam.IAM, in *iam.ListGroupsForUserInput) bool {
	_, err := c.ListGroupsForUser(in)
	if err != nil && strings.Contains(err.Error(), "Throttling:") { // want `^the error of iam.ListGroupsForUser is matched by its text; match awserr.Error with code "Throttling"$`
		return true
	}
	return err != nil && strings.Contains(err.Error(), "Throttling: Rate exceeded") // want `^the error of iam.ListGroupsForUser is matched by its text; match awserr.Error with code "Throttling" and its Message\(\)$`
}
