// Package beside has an interface that a mock implements, beside the client.
package beside

import (
	"context"

	"github.com/aws/aws-sdk-go-v2/service/dynamodb"
)

type scanner interface {
	Scan(context.Context, *dynamodb.ScanInput, ...func(*dynamodb.Options)) (*dynamodb.ScanOutput, error)
}

type leases struct{ svc scanner }

func (l *leases) owners(ctx context.Context, table string) ([]string, error) {
	out, err := l.svc.Scan(ctx, &dynamodb.ScanInput{TableName: &table}) // want `dynamodb.Scan is read`
	if err != nil {
		return nil, err
	}
	var owners []string
	for _, item := range out.Items {
		for name := range item {
			owners = append(owners, name)
		}
	}
	return owners, nil
}
