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

func describe(ctx context.Context, r request) (*table, error) {
	if r.Table == "" {
		return nil, errors.New("Table is missing") // want `API Gateway matches errorMessage against its integration responses: return an error whose text is a JSON object with isError, type and message; 2 more returns are alike; if somebody else calls the handler, say so with //awserrlint:handler direct, stepfunctions, appsync or the like`
	}
	cfg, err := config.LoadDefaultConfig(ctx)
	if err != nil {
		return nil, fmt.Errorf("load configuration: %w", err)
	}
	out, err := dynamodb.NewFromConfig(cfg).DescribeTable(ctx, &dynamodb.DescribeTableInput{TableName: &r.Table})
	if err != nil {
		return nil, err
	}
	return &table{string(out.Table.TableStatus)}, nil
}

func main() { lambda.Start(describe) }
