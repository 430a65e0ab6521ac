// Package sdkv1 matches errors of SDK v1.
package sdkv1

import (
	"strings"

	"github.com/aws/aws-sdk-go/service/dynamodb"
)

func create(c *dynamodb.DynamoDB, in *dynamodb.PutItemInput) (exists bool, err error) {
	_, err = c.PutItem(in)
	if err != nil {
		if strings.Contains(err.Error(), dynamodb.ErrCodeConditionalCheckFailedException) { // want `^error of dynamodb.PutItem is matched by its text; match awserr.Error with the code "ConditionalCheckFailedException"$`
			return true, nil
		}
	}
	return false, err
}

// A helper that is asked for one code and for another.
func has(c *dynamodb.DynamoDB, in *dynamodb.PutItemInput, code string) bool {
	_, err := c.PutItem(in)
	return err != nil && strings.Contains(err.Error(), code) // want `^error of dynamodb.PutItem is matched by its text; match awserr.Error and compare its code$`
}

func either(c *dynamodb.DynamoDB, in *dynamodb.PutItemInput) bool {
	return has(c, in, dynamodb.ErrCodeConditionalCheckFailedException) || has(c, in, dynamodb.ErrCodeResourceNotFoundException)
}
