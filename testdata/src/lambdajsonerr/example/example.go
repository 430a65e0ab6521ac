// Command example shows what the rule reports.
package main

import (
	"context"
	"errors"
	"fmt"

	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb"
)

type request struct{ Table string }

type table struct{ Status string }

// describe is behind a REST API, whose integration is no proxy.
//
//awserrlint:handler nonproxy
func describe(ctx context.Context, r request) (*table, error) {
	if r.Table == "" {
		return nil, errors.New("Table is missing") // want `this error is plain text where API Gateway matches JSON; return JSON with isError, type and message`
	}
	cfg, err := config.LoadDefaultConfig(ctx)
	if err != nil {
		return nil, fmt.Errorf("load configuration: %w", err) // want `the error of config.LoadDefaultConfig is plain text`
	}
	out, err := dynamodb.NewFromConfig(cfg).DescribeTable(ctx, &dynamodb.DescribeTableInput{TableName: &r.Table})
	if err != nil {
		return nil, err // want `the error of dynamodb.DescribeTable is plain text where API Gateway matches JSON; return JSON`
	}
	return &table{string(out.Table.TableStatus)}, nil
}

func main() { lambda.Start(describe) }
