// Package later asks in one place whether there was an error, and branches in another one, where variables meet.
package later

import (
	"context"

	"github.com/aws/aws-sdk-go-v2/service/dynamodb"
)

func count(ctx context.Context, client *dynamodb.Client, in *dynamodb.GetItemInput, verbose bool) (int, error) {
	n := 0
	_, err := client.GetItem(ctx, in)
	there := err == nil
	if verbose {
		println("asked")
	}
	if there {
		n = 1
	}
	return n, nil
}
