// Command failures lists the operations of AWS services whose output can tell of
// failures although the error is nil, and the members that tell it. Its arguments are
// import paths of service packages, each with a version behind it if it is not to be
// the latest:
//
//	go run ./internal/tools/failures github.com/aws/aws-sdk-go-v2/service/kinesis@v1.56.11
package main
