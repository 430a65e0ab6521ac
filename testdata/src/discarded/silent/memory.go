package silent

import (
	"context"

	"github.com/aws/aws-sdk-go-v2/service/dynamodb"
)

// memory stands in for the client of DynamoDB.
type memory struct{ puts []*dynamodb.PutItemInput }

func (m *memory) PutItem(_ context.Context, in *dynamodb.PutItemInput, _ ...func(*dynamodb.Options)) (*dynamodb.PutItemOutput, error) {
	m.puts = append(m.puts, in)
	return &dynamodb.PutItemOutput{}, nil
}

func standsIn(ctx context.Context, m *memory) {
	m.PutItem(ctx, &dynamodb.PutItemInput{})
}
