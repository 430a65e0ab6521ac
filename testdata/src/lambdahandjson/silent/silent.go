// Package silent holds what the rule leaves alone.
package silent

import (
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"log"
	"net/http"
	"os"
	"strconv"
	"strings"
	"time"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
)

type (
	request  = events.APIGatewayProxyRequest
	response = events.APIGatewayProxyResponse
)

type status string

const pending status = "pending"

type uuid [16]byte

func (u uuid) String() string { return hex.EncodeToString(u[:]) }

type jsonError struct{ Type string }

func (e *jsonError) Error() string {
	b, _ := json.Marshal(e)
	return string(b)
}

var table = os.Getenv("TABLE")

func encode(v any) string {
	b, _ := json.Marshal(v)
	return string(b)
}

func escape(s string) string { return strings.NewReplacer(`"`, `\"`).Replace(s) }

func message(text string) string { return fmt.Sprintf(`{"message":"%s"}`, text) }

func handle(r request) (response, error) {
	err := os.Remove(r.Path)
	log.Print(fmt.Sprintf(`{"level":"info","path":"%s"}`, r.Path))
	if err != nil {
		return response{StatusCode: 500, Body: fmt.Sprintf("cannot remove %s: %v", r.Path, err)}, nil
	}
	switch r.Path {
	case "2":
		return response{StatusCode: 200, Body: fmt.Sprintf(`{"n":%d,"f":"%f","t":"%t","x":"%x"}`, 1, 1.5, true, r.Body)}, nil
	case "3":
		return response{StatusCode: 200, Body: fmt.Sprintf(`{"quoted":%q,"status":%q}`, strconv.Itoa(len(r.Body)), http.StatusText(404))}, nil
	case "4":
		return response{StatusCode: 200, Body: fmt.Sprintf(`{"status":"%s"}`, http.StatusText(404))}, nil
	case "5":
		return response{StatusCode: 200, Body: fmt.Sprintf(`{"id":"%s"}`, strconv.Itoa(len(r.Body)))}, nil
	case "6":
		return response{StatusCode: 200, Body: fmt.Sprintf(`{"hex":"%s"}`, hex.EncodeToString([]byte(r.Body)))}, nil
	case "7":
		return response{StatusCode: 200, Body: fmt.Sprintf(`{"base64":"%s"}`, base64.StdEncoding.EncodeToString([]byte(r.Body)))}, nil
	case "8":
		return response{StatusCode: 200, Body: fmt.Sprintf(`{"uuid":"%s","string":"%s"}`, uuid{}, uuid{}.String())}, nil
	case "9":
		return response{StatusCode: 200, Body: fmt.Sprintf(`{"time":"%s","now":"%v"}`, time.Now().Format(time.RFC3339), time.Now())}, nil
	case "10":
		return response{StatusCode: 200, Body: fmt.Sprintf(`{"status":"%s","table":"%s","request":"%s"}`, pending, table, r.RequestContext.RequestID)}, nil
	case "11":
		return response{StatusCode: 200, Body: fmt.Sprintf(`{"escaped":"%s"}`, escape(r.Body))}, nil
	case "12":
		return response{StatusCode: 200, Body: fmt.Sprintf(`{"data":%s,"body":%s}`, encode(r), r.Body)}, nil // the body may be JSON
	case "13":
		return response{StatusCode: 200, Body: fmt.Sprintf(`{"error":%s}`, &jsonError{"ClientException"})}, nil
	case "14":
		return response{StatusCode: 200, Body: fmt.Sprintf(`<a href="%s">`, r.Path)}, nil
	case "15":
		return response{StatusCode: 200, Body: fmt.Sprintf(r.Body, r.Path)}, nil
	case "16":
		return response{StatusCode: 200, Body: message("constant")}, nil
	case "17":
		return response{StatusCode: 200, Body: message(http.StatusText(http.StatusNotFound))}, nil
	case "18":
		return response{StatusCode: 200, Body: `{"constant":"` + "text" + `"}`}, nil
	case "19":
		return response{StatusCode: 200, Body: `{"n":` + strconv.Itoa(1) + `}`}, nil
	case "20":
		return response{StatusCode: 200, Body: fmt.Sprintf("[%s] %s", r.Path, r.Body)}, nil
	case "21":
		return response{StatusCode: 200, Body: fmt.Sprintf("{%s}", r.Path)}, nil
	}
	return response{}, nil
}

type order struct{ ID string }

func own(o order) (*order, error) {
	switch o.ID {
	case "1":
		return nil, fmt.Errorf("[%s] no such order", o.ID)
	case "2":
		return nil, fmt.Errorf("{%s} is unknown", o.ID)
	case "3":
		return nil, errors.New(`{"message":"` + http.StatusText(404) + `"}`)
	}
	return &o, nil
}

// A policy is no body.
func policy(bucket string) string {
	return fmt.Sprintf(`{"Version":"2012-10-17","Resource":"arn:aws:s3:::%s/*"}`, bucket)
}

func main() {
	lambda.Start(handle)
	lambda.Start(own)
	log.Print(policy(os.Args[0]))
}
