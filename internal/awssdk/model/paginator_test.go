package model_test

import (
	"bytes"
	"os"
	"path/filepath"
	"reflect"
	"testing"

	"github.com/awserrlint/awserrlint/internal/awssdk/model"
)

func TestPaginator(t *testing.T) {
	for _, test := range []struct {
		service, operation string
		want               *model.Paginator
	}{
		{"s3", "ListObjectsV2", &model.Paginator{Tokens: []string{"ContinuationToken"}, Limit: "MaxKeys", Next: []string{"IsTruncated", "NextContinuationToken"}}},
		{"s3", "ListObjects", nil},
		{"dynamodb", "Query", &model.Paginator{Tokens: []string{"ExclusiveStartKey"}, Limit: "Limit", Next: []string{"LastEvaluatedKey"}}},
		{"dynamodb", "ListContributorInsights", &model.Paginator{Tokens: []string{"NextToken"}, Limit: "MaxResults", Next: []string{"NextToken"}}},
		{"dynamodb", "GetItem", nil},
		{"iam", "ListUsers", &model.Paginator{Tokens: []string{"Marker"}, Limit: "MaxItems", Next: []string{"Marker"}}},

		// This one is not generated.
		{"s3", "ListObjectVersions", &model.Paginator{
			Tokens: []string{"KeyMarker", "VersionIdMarker"}, Limit: "MaxKeys", Next: []string{"IsTruncated", "NextKeyMarker", "NextVersionIdMarker"},
		}},
	} {
		have, err := service(t, "go.mod", test.service).Paginator(test.operation)
		if err != nil || !reflect.DeepEqual(have, test.want) {
			t.Errorf("%s.%s: have %+v, %v, want %+v", test.service, test.operation, have, err, test.want)
		}
	}
}

// TestPaginators demands that the paginators of all operations can be read.
func TestPaginators(t *testing.T) {
	for _, modfile := range []string{"go.mod", "old.mod"} {
		for _, s := range services(t, modfile) {
			ops, err := s.Operations()
			if err != nil {
				t.Fatal(err)
			}
			for _, op := range ops {
				src, err := os.ReadFile(filepath.Join(s.Dir, "api_op_"+op+".go"))
				if err != nil {
					t.Fatal(err)
				}
				p, err := s.Paginator(op)
				if want := bytes.Contains(src, []byte("Paginator) NextPage(")); err != nil || want && p == nil {
					t.Errorf("%s %s.%s: have %v, %v", modfile, s.Name, op, p, err)
				}
			}
		}
	}
}
