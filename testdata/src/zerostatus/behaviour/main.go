// Command behaviour serves objects of a bucket that cannot be reached, to an HTTP client and to Lambda.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log"
	"net/http"
	"net/http/httptest"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-sdk-go-v2/aws"
	awshttp "github.com/aws/aws-sdk-go-v2/aws/transport/http"
	"github.com/aws/aws-sdk-go-v2/credentials"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/gin-gonic/gin"
)

// Nothing listens on this port.
var client = s3.New(s3.Options{
	Region:           "eu-central-1",
	BaseEndpoint:     aws.String("http://127.0.0.1:1"),
	Credentials:      credentials.NewStaticCredentialsProvider("id", "secret", ""),
	RetryMaxAttempts: 1,
})

func get(ctx context.Context) error {
	_, err := client.GetObject(ctx, &s3.GetObjectInput{Bucket: aws.String("bucket"), Key: aws.String("key")})
	return err
}

func serve(w http.ResponseWriter, r *http.Request) {
	if err := get(r.Context()); err != nil {
		var respErr *awshttp.ResponseError
		if errors.As(err, &respErr) {
			http.Error(w, "failed", respErr.HTTPStatusCode()) // want `status of the error of s3.GetObject is 0`
			return
		}
	}
	fmt.Fprint(w, "unexpected")
}

func serveGin(c *gin.Context) {
	if err := get(c); err != nil {
		var respErr *awshttp.ResponseError
		if errors.As(err, &respErr) {
			c.JSON(respErr.HTTPStatusCode(), gin.H{"error": "failed"}) // want `so gin sends 200`
			return
		}
	}
	c.String(http.StatusTeapot, "unexpected")
}

func handle(ctx context.Context, _ events.APIGatewayProxyRequest) (events.APIGatewayProxyResponse, error) {
	resp := events.APIGatewayProxyResponse{StatusCode: http.StatusOK}
	if err := get(ctx); err != nil {
		var respErr *awshttp.ResponseError
		if errors.As(err, &respErr) {
			resp.StatusCode = respErr.HTTPStatusCode() // want `so API Gateway returns 502`
		}
	}
	return resp, nil
}

func status(h http.Handler) string {
	server := httptest.NewUnstartedServer(h)
	server.Config.ErrorLog = log.New(io.Discard, "", 0)
	server.Start()
	defer server.Close()
	resp, err := http.Get(server.URL)
	if err != nil {
		return "no response"
	}
	resp.Body.Close()
	return resp.Status
}

func main() {
	fmt.Println("http:", status(http.HandlerFunc(serve)))
	gin.SetMode(gin.ReleaseMode)
	engine := gin.New()
	engine.GET("/", serveGin)
	fmt.Println("gin:", status(engine))
	resp, err := handle(context.Background(), events.APIGatewayProxyRequest{})
	fmt.Println("lambda:", resp.StatusCode, err)
}
