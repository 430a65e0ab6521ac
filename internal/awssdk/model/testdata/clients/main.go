// Command clients asks real SDK clients what they make of answers of AWS.
//
// It reads probes as JSON, sends each through a client to a local server that
// answers as the probe says, and prints what came out as JSON. Its module has two
// module files, for a current and an old SDK: go run -modfile=old.mod .
package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"log"
	"os"
	"reflect"
	"strings"

	"github.com/aws/aws-sdk-go-v2/aws/retry"
	"github.com/aws/smithy-go"
)

// A Probe is a call and the answer to it.
type Probe struct {
	Service, Operation string
	Answer             Answer
	Bucket             string // of s3, where not an ordinary one
}

// An Outcome is the error that a call returned.
type Outcome struct {
	Type    string // type in the service's types package, "" for a GenericAPIError
	Package string // name of the service whose type it is
	Code    string
	Fault   string
	Problem string // another error, or none
}

// A Report is what the command prints.
type Report struct {
	Outcomes       []Outcome
	RetriedCodes   []string // codes that the standard retryer tries again
	RetriedStatus  []int
	AssumeRoleFail []Outcome // s3.HeadObject with credentials from sts, which fails
}

func main() {
	log.SetFlags(0)
	var probes []Probe
	if err := json.NewDecoder(os.Stdin).Decode(&probes); err != nil {
		log.Fatal(err)
	}
	server := startServer()
	defer server.Close()
	var report Report
	clients := server.clients()
	for _, p := range probes {
		server.answer = p.Answer
		report.Outcomes = append(report.Outcomes, outcome(call(clients[p.Service], p)))
	}
	for code := range retry.DefaultRetryableErrorCodes {
		report.RetriedCodes = append(report.RetriedCodes, code)
	}
	for code := range retry.DefaultThrottleErrorCodes {
		report.RetriedCodes = append(report.RetriedCodes, code)
	}
	for status := range retry.DefaultRetryableHTTPStatusCodes {
		report.RetriedStatus = append(report.RetriedStatus, status)
	}
	server.answer = Answer{Protocol: "query", Status: 400, Code: "ExpiredTokenException"}
	report.AssumeRoleFail = append(report.AssumeRoleFail, outcome(call(server.assumingRole(), Probe{Operation: "HeadObject"})))
	if err := json.NewEncoder(os.Stdout).Encode(report); err != nil {
		log.Fatal(err)
	}
}

// call performs the operation of the probe. The input holds whatever is part of a path;
// validation is off.
func call(client any, p Probe) error {
	method := reflect.ValueOf(client).MethodByName(p.Operation)
	if !method.IsValid() {
		return fmt.Errorf("no method %s", p.Operation)
	}
	input := reflect.New(method.Type().In(1).Elem())
	for i := range input.Elem().NumField() {
		name, text, number := input.Elem().Type().Field(i).Name, "name", int64(1)
		if name == "Bucket" && p.Bucket != "" {
			text = p.Bucket
		}
		field := input.Elem().Field(i)
		switch {
		case field.Type() == reflect.TypeFor[*string]():
			field.Set(reflect.ValueOf(&text))
		case name == "VersionNumber" && field.Type() == reflect.TypeFor[*int64]():
			field.Set(reflect.ValueOf(&number))
		}
	}
	results := method.Call([]reflect.Value{reflect.ValueOf(context.Background()), input})
	err, _ := results[1].Interface().(error)
	return err
}

func outcome(err error) Outcome {
	if err == nil {
		return Outcome{Problem: "no error"}
	}
	var api smithy.APIError
	if !errors.As(err, &api) {
		return Outcome{Problem: err.Error()}
	}
	o := Outcome{Code: api.ErrorCode(), Fault: api.ErrorFault().String()}
	if _, generic := api.(*smithy.GenericAPIError); !generic {
		t := reflect.TypeOf(api).Elem()
		o.Type = t.Name()
		path := strings.TrimSuffix(t.PkgPath(), "/types")
		o.Package = path[strings.LastIndexByte(path, '/')+1:]
	}
	return o
}
