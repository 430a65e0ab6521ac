package beside

import (
	"context"

	"github.com/aws/aws-sdk-go-v2/service/dynamodb"
)

type mockScanner struct{ calls int }

func (m *mockScanner) Scan(context.Context, *dynamodb.ScanInput, ...func(*dynamodb.Options)) (*dynamodb.ScanOutput, error) {
	m.calls++
	return &dynamodb.ScanOutput{}, nil
}

var _ scanner = (*mockScanner)(nil)
