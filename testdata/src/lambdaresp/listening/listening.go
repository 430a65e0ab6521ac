// Package listening serves clients: those on the same machine, or others.
package listening

import (
	"cmp"
	"context"
	"flag"
	"fmt"
	"net"
	"net/http"
	"os"

	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/gin-gonic/gin"
	"github.com/labstack/echo/v4"
)

const port = "8080"

var (
	host   = "127.0.0.1"
	listen = flag.String("listen", "localhost:8080", "address to listen at")
	admin  string
)

func constants() {
	http.ListenAndServe("127.0.0.1:8080", nil)       // want `local`
	http.ListenAndServe("localhost:"+port, nil)      // want `local`
	http.ListenAndServeTLS("[::1]:443", "", "", nil) // want `local`
	http.ListenAndServe(":"+port, nil)               // want `public`
	http.ListenAndServe("0.0.0.0:8080", nil)         // want `public`
	go http.ListenAndServe("localhost:6060", nil)    // want `local`
}

func servers(n int) {
	s := &http.Server{Addr: "localhost:8080"} // want `local`
	s.ListenAndServe()
	t := http.Server{
		Addr: fmt.Sprintf("127.0.0.1:%d", n), // want `local`
	}
	t.ListenAndServe()
	var u http.Server
	u.Addr = os.Getenv("ADDR") // want `public`
	u.ListenAndServe()
}

func frameworks(n int) {
	gin.Default().Run("127.0.0.1:8080")                 // want `local`
	gin.Default().Run()                                 // want `public`
	gin.Default().Run(fmt.Sprintf(":%d", n))            // want `public`
	echo.New().Start(fmt.Sprintf("%s:%d", host, n))     // want `local`
	echo.New().Start(net.JoinHostPort("0.0.0.0", port)) // want `public`
}

func listeners(ctx context.Context) {
	net.Listen("tcp", net.JoinHostPort(host, port))         // want `local`
	net.Listen("tcp", ":0")                                 // want `public`
	net.Listen("unix", "/run/shop.sock")                    // want `local`
	new(net.ListenConfig).Listen(ctx, "tcp", "localhost:0") // want `local`
}

func flags() {
	flag.StringVar(&admin, "admin", "localhost:9090", "address for administrators")
	public := flag.String("public", ":8080", "address for everybody")
	flag.Parse()
	http.ListenAndServe(*listen, nil) // want `local`
	http.ListenAndServe(admin, nil)   // want `local`
	http.ListenAndServe(*public, nil) // want `public`
}

var client *s3.Client // without it the package would have nothing to say

type config struct{ addr, metrics string }

func fields() {
	var c config
	flag.StringVar(&c.addr, "addr", "localhost:9090", "")
	c.metrics = ":9090"
	serve(&c)
}

func serve(c *config) {
	http.ListenAndServe(c.addr, nil)    // want `local`
	http.ListenAndServe(c.metrics, nil) // want `public`
}

func getenv(name, otherwise string) string {
	if value := os.Getenv(name); value != "" {
		return value
	}
	return otherwise
}

func environment() {
	http.ListenAndServe(cmp.Or(os.Getenv("ADDR"), "localhost:8080"), nil) // want `local`
	http.ListenAndServe(getenv("ADDR", "127.0.0.1:8080"), nil)            // want `local`
	http.ListenAndServe(os.Getenv("ADDR"), nil)                           // want `public`
}

func clients() {
	http.Get("http://localhost:8080")
	net.Dial("tcp", "127.0.0.1:8080")
}
