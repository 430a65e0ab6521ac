// The failures command lists the operations of AWS services that can fail partially, and the failure
// members of their outputs. Its arguments are import paths of service packages, each with an
// optional version:
//
//	go run ./internal/tools/failures github.com/aws/aws-sdk-go-v2/service/kinesis@v1.56.11
package main
