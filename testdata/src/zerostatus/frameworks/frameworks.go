// Package frameworks passes statuses to what web frameworks make of them.
package frameworks

import (
	"errors"
	"net/http"

	awshttp "github.com/aws/aws-sdk-go-v2/aws/transport/http"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/gin-gonic/gin"
	"github.com/labstack/echo/v4"
)

var client *s3.Client

func ginJSON(c *gin.Context) {
	_, err := client.ListBuckets(c, nil)
	if respErr, ok := errors.AsType[*awshttp.ResponseError](err); ok {
		c.JSON(respErr.HTTPStatusCode(), gin.H{"error": "failed"}) // want `status of the error of s3.ListBuckets is 0 if AWS does not respond, so gin sends 200; fall back to 500`
	}
}

func ginAbort(c *gin.Context) {
	_, err := client.ListBuckets(c.Request.Context(), nil)
	var respErr *awshttp.ResponseError
	if errors.As(err, &respErr) {
		c.AbortWithStatus(respErr.HTTPStatusCode()) // want `so gin sends 200`
		return
	}
	c.Status(http.StatusOK)
}

func ginWriter(c *gin.Context, err error) {
	var respErr *awshttp.ResponseError
	if errors.As(err, &respErr) {
		c.Writer.WriteHeader(respErr.HTTPStatusCode()) // want `so gin sends 200`
	}
}

// sentry.io and others number their errors.
func ginChecked(c *gin.Context, err error) {
	var respErr *awshttp.ResponseError
	if errors.As(err, &respErr) && respErr.HTTPStatusCode() > 399 {
		c.AbortWithStatusJSON(respErr.HTTPStatusCode(), gin.H{"status": respErr.HTTPStatusCode()})
	}
}

func ginBody(c *gin.Context, err error) {
	var respErr *awshttp.ResponseError
	if errors.As(err, &respErr) {
		c.JSON(http.StatusBadGateway, gin.H{"status": respErr.HTTPStatusCode()})
	}
}

func echoJSON(c echo.Context) error {
	_, err := client.ListBuckets(c.Request().Context(), nil)
	var respErr *awshttp.ResponseError
	if errors.As(err, &respErr) {
		return c.JSON(respErr.HTTPStatusCode(), echo.Map{"error": "failed"}) // want `so echo panics`
	}
	return c.NoContent(http.StatusOK)
}

func echoError(c echo.Context, err error) error {
	var respErr *awshttp.ResponseError
	if errors.As(err, &respErr) {
		return echo.NewHTTPError(respErr.HTTPStatusCode(), "failed") // want `so echo panics`
	}
	return nil
}
