// Package account gets the keys of its clients with requests, in a struct that it passes on.
package account

import (
	"net/http"

	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/gin-gonic/gin"

	"example.com/fixtures/lambdabody/keys/clients"
)

type auth struct{ Key, Secret string }

func fromRequest(c *gin.Context) (auth, error) {
	var a auth
	err := c.ShouldBindJSON(&a)
	return a, err
}

func list(c *gin.Context) {
	a, err := fromRequest(c)
	if err != nil {
		c.Status(http.StatusBadRequest)
		return
	}
	client, err := clients.Of(c, clients.Account{Region: "eu-central-1", Key: a.Key, Secret: a.Secret})
	if err != nil {
		c.JSON(http.StatusBadRequest, gin.H{"error": err.Error()})
		return
	}
	if _, err := client.ListObjectsV2(c, &s3.ListObjectsV2Input{}); err != nil {
		c.JSON(http.StatusBadGateway, gin.H{"error": err.Error()})
	}
}
