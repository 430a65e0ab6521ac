// Package sdkv1 matches errors of SDK v1.
package sdkv1

import (
	"strings"

	"github.com/aws/aws-sdk-go/service/dynamodb"
)

func create(c *dynamodb.DynamoDB, in *dynamodb.PutItemInput) (exists bool, err error) {
	_, err = c.PutItem(in)
	if err != nil {
		if strings.Contains(err.Error(), dynamodb.ErrCodeConditionalCheckFailedException) { // want `^error of dynamodb.PutItem is matched by its text; match awserr.Error and its code "ConditionalCheckFailedException"$`
			return true, nil
		}
	}
	return false, err
}
