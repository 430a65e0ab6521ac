// Package imports needs another package after the fix.
package imports

import (
	"context"
	"errors"

	"github.com/aws/aws-sdk-go-v2/service/dynamodb"
)

func put(ctx context.Context, client *dynamodb.Client) error {
	_, err := client.PutItem(ctx, nil)
	if err != nil {
		return errors.New("put: " + err.Error()) // want `errors.New cuts`
	}
	return nil
}
