package firstpage_test

import (
	"fmt"
	"hash/crc32"
	"net/http"
	"testing"

	"github.com/awserrlint/awserrlint/internal/lambdatest"
	"github.com/awserrlint/awserrlint/internal/ruletest"
)

// pages returns the responses of an operation that has two pages, of which the second is got by the token "more".
func pages(first, second string) lambdatest.AWSResponse {
	response, next := page(first), page(second)
	response.Token, response.Next = "more", &next
	return response
}

// page returns the response with the body, and the checksum that DynamoDB sends.
func page(body string) lambdatest.AWSResponse {
	header := map[string]string{"X-Amz-Crc32": fmt.Sprint(crc32.ChecksumIEEE([]byte(body)))}
	return lambdatest.AWSResponse{Status: http.StatusOK, Body: body, Header: header}
}

// TestBehaviour runs a program with real clients before and after the fixes: only then does
// it see the second page.
func TestBehaviour(t *testing.T) {
	env := append(lambdatest.StartAWS(t, map[string]lambdatest.AWSResponse{
		"GET /bucket": pages(
			`<ListBucketResult><IsTruncated>true</IsTruncated><NextContinuationToken>more</NextContinuationToken>`+
				`<Contents><Key>a</Key></Contents></ListBucketResult>`,
			`<ListBucketResult><IsTruncated>false</IsTruncated><Contents><Key>b</Key></Contents></ListBucketResult>`,
		),
		"ListTasks": pages(`{"taskArns": ["task/1"], "nextToken": "more"}`, `{"taskArns": ["task/2"]}`),
		"ListUsers": pages(
			`<ListUsersResponse><ListUsersResult><IsTruncated>true</IsTruncated><Marker>more</Marker>`+
				`<Users><member><UserName>ann</UserName></member></Users></ListUsersResult></ListUsersResponse>`,
			`<ListUsersResponse><ListUsersResult><IsTruncated>false</IsTruncated>`+
				`<Users><member><UserName>bob</UserName></member></Users></ListUsersResult></ListUsersResponse>`,
		),
		"Scan": pages(`{"Items": [], "Count": 0, "LastEvaluatedKey": {"id": {"S": "more"}}}`, `{"Items": [{"id": {"S": "7"}}], "Count": 1}`),
	}), "AWS_REGION=eu-central-1")
	const (
		pkg = "./firstpage/behaviour"

		before = "objects: [a] <nil>\ntasks: [task/1] <nil>\nusers: [ann] <nil>\nopen: false <nil>\n"
		after  = "objects: [a b] <nil>\ntasks: [task/1 task/2] <nil>\nusers: [ann bob] <nil>\nopen: true <nil>\n"
	)
	if have := ruletest.Output(t, ruletest.Fixtures(t), pkg, env...); have != before {
		t.Errorf("before the fixes:\n%swant:\n%s", have, before)
	}
	if have := ruletest.Output(t, ruletest.Fixed(t, "firstpage"), pkg, env...); have != after {
		t.Errorf("after the fixes:\n%swant:\n%s", have, after)
	}
}
