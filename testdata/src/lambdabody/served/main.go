// Command served shows what clients of HTTP servers read when AWS denies access.
package main

import (
	"context"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"

	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb"
	"github.com/gin-gonic/gin"
	"github.com/labstack/echo/v4"
)

var client *dynamodb.Client

func serve(w http.ResponseWriter, r *http.Request) {
	if _, err := client.ListTables(r.Context(), nil); err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError) // want `can come from dynamodb.ListTables`
	}
}

func serveGin(c *gin.Context) {
	if _, err := client.ListTables(c, nil); err != nil {
		c.JSON(http.StatusInternalServerError, gin.H{"error": err.Error()}) // want `can come from dynamodb.ListTables`
	}
}

func serveEcho(c echo.Context) error {
	if _, err := client.ListTables(c.Request().Context(), nil); err != nil {
		return echo.NewHTTPError(http.StatusInternalServerError, err.Error()) // want `can come from dynamodb.ListTables`
	}
	return nil
}

func body(h http.Handler) string {
	server := httptest.NewServer(h)
	defer server.Close()
	resp, err := http.Get(server.URL)
	if err != nil {
		return err.Error()
	}
	defer resp.Body.Close()
	data, err := io.ReadAll(resp.Body)
	if err != nil {
		return err.Error()
	}
	return strings.TrimSpace(string(data))
}

func main() {
	cfg, err := config.LoadDefaultConfig(context.Background())
	if err != nil {
		panic(err)
	}
	client = dynamodb.NewFromConfig(cfg)
	gin.SetMode(gin.ReleaseMode)
	byGin := gin.New()
	byGin.GET("/", serveGin)
	byEcho := echo.New()
	byEcho.GET("/", serveEcho)
	fmt.Println("http:", body(http.HandlerFunc(serve)))
	fmt.Println("gin:", body(byGin))
	fmt.Println("echo:", body(byEcho))
}
