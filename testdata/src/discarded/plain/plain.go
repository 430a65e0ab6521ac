// Package plain encodes strings, numbers and booleans, which cannot fail, and values that can.
package plain

import (
	"errors"
	"fmt"
	"time"

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

type status string

type usage struct {
	Account *string           `dynamodbav:"AccountId"`
	Cost    float64           `dynamodbav:"Cost"`
	Status  status            `dynamodbav:"Status"`
	Started time.Time         `dynamodbav:"Started,unixtime"`
	Parts   map[string]status `dynamodbav:"Parts"`
	Next    *usage            `dynamodbav:"Next"`
}

// Nothing in it has a method that could fail.
func item(u usage, changes []usage) []map[string]types.AttributeValue {
	one, _ := attributevalue.MarshalMap(u)
	named, _ := attributevalue.MarshalMap(map[string]any{":status": u.Status, ":changes": changes})
	return []map[string]types.AttributeValue{one, named}
}

type point struct{ x, y float64 }

func (p point) MarshalDynamoDBAttributeValue() (types.AttributeValue, error) {
	if p.x != p.x {
		return nil, errors.New("no number")
	}
	return &types.AttributeValueMemberN{Value: fmt.Sprint(p.x)}, nil
}

type place struct{ Point point }

func places(p place) []map[string]types.AttributeValue {
	one, _ := attributevalue.MarshalMap(p)                                   // want `attributevalue.MarshalMap`
	named, _ := attributevalue.MarshalMap(map[string]any{":point": p.Point}) // want `attributevalue.MarshalMap`
	return []map[string]types.AttributeValue{one, named}
}
