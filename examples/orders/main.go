// The orders command is a Lambda function behind API Gateway that takes orders.
//
// It has the faults that people write: awserrlint's README runs the linter on it.
package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"log"
	"net/http"
	"os"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/aws/aws-sdk-go-v2/service/sqs"

	"example.com/orders/queue"
	"example.com/orders/receipts"
	"example.com/orders/store"
)

func main() {
	ctx := context.Background()
	cfg, err := config.LoadDefaultConfig(ctx)
	if err != nil {
		log.Fatal(err)
	}
	q, err := queue.Open(ctx, sqs.NewFromConfig(cfg), os.Getenv("QUEUE"))
	if err != nil {
		log.Fatal(err)
	}
	svc := &service{
		orders:   store.New(dynamodb.NewFromConfig(cfg), os.Getenv("TABLE")),
		receipts: receipts.New(s3.NewFromConfig(cfg), os.Getenv("BUCKET")),
		queue:    q,
	}
	lambda.Start(svc.handle)
}

type service struct {
	orders   *store.Store
	receipts *receipts.Bucket
	queue    *queue.Queue
}

func (s *service) handle(ctx context.Context, req events.APIGatewayProxyRequest) (events.APIGatewayProxyResponse, error) {
	switch req.HTTPMethod + " " + req.Resource {
	case "POST /orders":
		return s.create(ctx, req)
	case "GET /orders/{id}":
		return s.get(ctx, req)
	case "GET /orders/{id}/receipt":
		return s.receipt(ctx, req)
	}
	return events.APIGatewayProxyResponse{StatusCode: http.StatusNotFound, Body: `{"error":"no such route"}`}, nil
}

func (s *service) create(ctx context.Context, req events.APIGatewayProxyRequest) (events.APIGatewayProxyResponse, error) {
	var order store.Order
	if err := json.Unmarshal([]byte(req.Body), &order); err != nil {
		return events.APIGatewayProxyResponse{StatusCode: http.StatusBadRequest}, err
	}
	err := s.orders.Create(ctx, order)
	if errors.Is(err, store.ErrExists) {
		return events.APIGatewayProxyResponse{StatusCode: http.StatusConflict, Body: fmt.Sprintf(`{"error":"%s"}`, err)}, nil
	}
	if err != nil {
		return events.APIGatewayProxyResponse{}, err
	}
	if err := s.queue.Publish(ctx, queue.Event{Order: order.ID, Kind: "created"}); err != nil {
		return events.APIGatewayProxyResponse{StatusCode: http.StatusInternalServerError, Body: err.Error()}, nil
	}
	return events.APIGatewayProxyResponse{StatusCode: http.StatusCreated}, nil
}

func (s *service) get(ctx context.Context, req events.APIGatewayProxyRequest) (events.APIGatewayProxyResponse, error) {
	order, err := s.orders.Get(ctx, req.PathParameters["id"])
	if errors.Is(err, store.ErrNotFound) {
		body, _ := json.Marshal(map[string]any{"error": err})
		return events.APIGatewayProxyResponse{StatusCode: http.StatusNotFound, Body: string(body)}, nil
	}
	if err != nil {
		return events.APIGatewayProxyResponse{}, err
	}
	body, err := json.Marshal(order)
	if err != nil {
		return events.APIGatewayProxyResponse{}, err
	}
	return events.APIGatewayProxyResponse{Body: string(body)}, nil
}

func (s *service) receipt(ctx context.Context, req events.APIGatewayProxyRequest) (events.APIGatewayProxyResponse, error) {
	id := req.PathParameters["id"]
	if !s.receipts.Exists(ctx, id) {
		return events.APIGatewayProxyResponse{StatusCode: http.StatusNotFound, Body: `{"error":"no receipt"}`}, nil
	}
	receipt, err := s.receipts.Read(ctx, id)
	if err != nil {
		return events.APIGatewayProxyResponse{}, err
	}
	return events.APIGatewayProxyResponse{StatusCode: http.StatusOK, Body: string(receipt)}, nil
}
