// Package responds has functions that make an HTTP response of whatever fails. To return the error beside it would
// take the response from the client.
package responds

import (
	"context"
	"errors"
	"log"
	"net/http"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-sdk-go-v2/feature/dynamodb/attributevalue"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/aws/aws-sdk-go-v2/service/s3/types"
)

type store struct {
	db *dynamodb.Client
	s3 *s3.Client
}

type item struct{ ID string }

func (s *store) get(ctx context.Context, in *dynamodb.GetItemInput) (found item, err error) {
	out, err := s.db.GetItem(ctx, in)
	if err != nil {
		return item{}, err
	}
	return found, attributevalue.UnmarshalMap(out.Item, &found)
}

func (s *store) put(ctx context.Context, in *dynamodb.PutItemInput) error {
	_, err := s.db.PutItem(ctx, in)
	return err
}

func (s *store) Attach(ctx context.Context, get *dynamodb.GetItemInput, put *dynamodb.PutItemInput) (events.APIGatewayV2HTTPResponse, error) {
	found, err := s.get(ctx, get)
	if err == nil && found.ID != "" { // want `^every error of store.get \(from dynamodb.GetItem or attributevalue.UnmarshalMap\) is treated as "does not exist"; respond with an error$`
		return events.APIGatewayV2HTTPResponse{StatusCode: http.StatusConflict}, nil
	}
	if err := s.put(ctx, put); err != nil {
		log.Println(err)
		return events.APIGatewayV2HTTPResponse{StatusCode: http.StatusInternalServerError}, nil
	}
	return events.APIGatewayV2HTTPResponse{StatusCode: http.StatusCreated}, nil
}

func (s *store) Create(ctx context.Context, in *s3.CreateBucketInput) (*events.APIGatewayProxyResponse, error) {
	if _, err := s.s3.HeadBucket(ctx, &s3.HeadBucketInput{Bucket: in.Bucket}); err != nil { // want `^every error of s3.HeadBucket is treated as "does not exist"; respond with an error unless it is \*types.NotFound$`
		if _, err := s.s3.CreateBucket(ctx, in); err != nil {
			log.Println(err)
			return &events.APIGatewayProxyResponse{StatusCode: http.StatusBadGateway}, nil
		}
	}
	return &events.APIGatewayProxyResponse{StatusCode: http.StatusOK}, nil
}

func (s *store) Clear(ctx context.Context, in *s3.DeleteObjectInput) (*events.APIGatewayProxyResponse, error) {
	if _, err := s.s3.DeleteObject(ctx, in); err != nil { // want `^the error of s3.DeleteObject is swallowed; respond with an error$`
		return nil, nil
	}
	return &events.APIGatewayProxyResponse{StatusCode: http.StatusOK}, nil
}

func (s *store) Delete(ctx context.Context, in *s3.DeleteBucketInput) (*events.APIGatewayProxyResponse, error) {
	_, err := s.s3.DeleteBucket(ctx, in) // want `^unmatched errors of s3.DeleteBucket are swallowed; respond with an error, or log them$`
	if _, ok := errors.AsType[*types.NoSuchBucket](err); ok {
		return &events.APIGatewayProxyResponse{StatusCode: http.StatusNotFound}, nil
	}
	return &events.APIGatewayProxyResponse{StatusCode: http.StatusOK}, nil
}

// Near miss: it returns errors, too.

func (s *store) Replace(ctx context.Context, get *dynamodb.GetItemInput, put *dynamodb.PutItemInput) (events.APIGatewayV2HTTPResponse, error) {
	found, err := s.get(ctx, get)
	if err == nil && found.ID != "" { // want `^every error of store.get \(from dynamodb.GetItem or attributevalue.UnmarshalMap\) is treated as "does not exist"; return it$`
		return events.APIGatewayV2HTTPResponse{StatusCode: http.StatusConflict}, nil
	}
	if err := s.put(ctx, put); err != nil {
		return events.APIGatewayV2HTTPResponse{}, err
	}
	return events.APIGatewayV2HTTPResponse{StatusCode: http.StatusCreated}, nil
}
