// Package headers gets the keys of its clients in the headers of requests.
package headers

import (
	"net/http"

	"github.com/aws/aws-sdk-go-v2/credentials"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/gin-gonic/gin"
)

func newClient(key, secret string) *s3.Client {
	return s3.New(s3.Options{Credentials: credentials.NewStaticCredentialsProvider(key, secret, "")})
}

func list(c *gin.Context) {
	client := newClient(c.GetHeader("X-Key"), c.GetHeader("X-Secret"))
	if _, err := client.ListObjectsV2(c, &s3.ListObjectsV2Input{}); err != nil {
		c.JSON(http.StatusBadGateway, gin.H{"error": err.Error()})
	}
}
