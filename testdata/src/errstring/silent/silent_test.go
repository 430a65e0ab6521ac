package silent

import (
	"strings"
	"testing"

	"github.com/aws/aws-sdk-go-v2/service/s3"
)

func TestText(t *testing.T) {
	_, err := s3.New(s3.Options{}).GetObject(t.Context(), nil)
	if !strings.Contains(err.Error(), "NoSuchKey") {
		t.Error(err)
	}
}
