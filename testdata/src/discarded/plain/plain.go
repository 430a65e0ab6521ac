// Package plain encodes strings, numbers and booleans, which cannot fail, and values that can.
package plain

import (
	"github.com/aws/aws-sdk-go-v2/feature/dynamodb/attributevalue"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb/types"
	"github.com/aws/aws-sdk-go/service/dynamodb"
	"github.com/aws/aws-sdk-go/service/dynamodb/dynamodbattribute"
)

func key(id string, version int, open bool, tags []string) map[string]types.AttributeValue {
	idValue, _ := attributevalue.Marshal(id)
	versionValue, _ := attributevalue.Marshal(version)
	openValue, _ := attributevalue.Marshal(open)
	tagsValue, _ := attributevalue.Marshal(tags)
	ratio, _ := attributevalue.Marshal(0.5)
	return map[string]types.AttributeValue{"id": idValue, "version": versionValue, "open": openValue, "tags": tagsValue, "ratio": ratio}
}

func keyOfV1(id string) map[string]*dynamodb.AttributeValue {
	value, _ := dynamodbattribute.Marshal(id)
	return map[string]*dynamodb.AttributeValue{"id": value}
}

type order struct {
	Lines map[[2]int]string `dynamodbav:"lines,omitempty"`
}

func value(o order, any any) []types.AttributeValue {
	orderValue, _ := attributevalue.Marshal(o) // want `attributevalue.Marshal`
	anyValue, _ := attributevalue.Marshal(any) // want `attributevalue.Marshal`
	return []types.AttributeValue{orderValue, anyValue}
}
