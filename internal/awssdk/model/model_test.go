package model_test

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/awserrlint/awserrlint/internal/awssdk/model"
)

func types(errs []model.Error) []string {
	var names []string
	for _, e := range errs {
		names = append(names, e.Type)
	}
	return names
}

// service returns one of [services] by its name.
func service(t *testing.T, modfile, name string) *model.Service {
	t.Helper()
	for _, s := range services(t, modfile) {
		if s.Name == name {
			return s
		}
	}
	t.Fatalf("no service %s", name)
	return nil
}

func TestErrors(t *testing.T) {
	s3 := service(t, "go.mod", "s3")
	for op, want := range map[string][]string{
		"HeadObject":            {"NotFound"},
		"GetObject":             {"InvalidObjectState", "NoSuchKey"},
		"ListParts":             nil,
		"GetBucketLocation":     nil,
		"SelectObjectContent":   nil,
		"CreateBucket":          {"BucketAlreadyExists", "BucketAlreadyOwnedByYou"},
		"ListObjectsV2":         {"NoSuchBucket"},
		"DeleteBucketLifecycle": nil,
	} {
		errs, err := s3.Errors(op)
		if got := types(errs); err != nil || !slices.Equal(got, want) {
			t.Errorf("s3.%s: got %v, %v, want %v", op, got, err, want)
		}
	}
	if _, err := s3.Errors("GetObjekt"); !errors.Is(err, model.ErrNoOperation) {
		t.Errorf("of an operation that does not exist: got %v", err)
	}
	if s3.Name != "s3" || !strings.HasPrefix(s3.Version, "v1.") || s3.Decoder != model.PerOperation || s3.Protocol() != model.RestXML {
		t.Errorf("got %s %s %s %s", s3.Name, s3.Version, s3.Decoder, s3.Protocol())
	}
	if ops, err := s3.Operations(); err != nil || !slices.Contains(ops, "HeadObject") || slices.ContainsFunc(ops, func(op string) bool { return strings.Contains(op, "_") }) {
		t.Errorf("operations: %v, %v", ops, err)
	}
}

func TestError(t *testing.T) {
	for _, test := range []struct {
		modfile, service, op string
		want                 model.Error
	}{
		{"go.mod", "s3", "HeadObject", model.Error{
			Type: "NotFound", Code: "NotFound", DefaultCode: "NotFound", WireCodes: []string{"NotFound"},
			Fault: model.FaultClient, HTTPStatus: 404,
		}},
		{"go.mod", "iam", "GetUser", model.Error{
			Type: "NoSuchEntityException", Code: "NoSuchEntity", DefaultCode: "NoSuchEntity", WireCodes: []string{"NoSuchEntity"},
			Fault: model.FaultClient,
		}},
		{"go.mod", "sqs", "ListQueues", model.Error{
			Type: "QueueDoesNotExist", Code: "AWS.SimpleQueueService.NonExistentQueue", DefaultCode: "QueueDoesNotExist",
			WireCodes: []string{"QueueDoesNotExist"}, Fault: model.FaultClient, HTTPStatus: 400, QueryCompatible: true,
		}},
		{"old.mod", "sqs", "GetQueueUrl", model.Error{
			Type: "QueueDoesNotExist", Code: "QueueDoesNotExist", DefaultCode: "QueueDoesNotExist",
			WireCodes: []string{"QueueDoesNotExist"}, Fault: model.FaultClient, QueryCompatible: true, CodeOpen: true,
		}},
		{"go.mod", "dynamodb", "GetItem", model.Error{
			Type: "ProvisionedThroughputExceededException", Code: "ProvisionedThroughputExceededException",
			DefaultCode: "ProvisionedThroughputExceededException", WireCodes: []string{"ProvisionedThroughputExceededException"},
			Fault: model.FaultClient, HTTPStatus: 400,
		}},
		{"go.mod", "lambda", "Invoke", model.Error{
			Type: "ServiceException", Code: "ServiceException", DefaultCode: "ServiceException", WireCodes: []string{"ServiceException"},
			Fault: model.FaultServer, HTTPStatus: 500,
		}},
	} {
		errs, err := service(t, test.modfile, test.service).Errors(test.op)
		if err != nil {
			t.Error(err)
			continue
		}
		i := slices.Index(types(errs), test.want.Type)
		if i < 0 {
			t.Errorf("%s.%s: no %s", test.service, test.op, test.want.Type)
			continue
		}
		got := errs[i]
		if !slices.Equal(got.WireCodes, test.want.WireCodes) {
			t.Errorf("%s.%s: wire codes %v, want %v", test.service, test.op, got.WireCodes, test.want.WireCodes)
		}
		if !got.Named(got.Type) || !got.Named(got.Code) || !got.Named(got.WireCodes[0]) || got.Named("Other") {
			t.Errorf("%s.%s: Named is wrong", test.service, test.op)
		}
		if !got.HasCode(got.Code) || !got.HasCode(got.DefaultCode) || got.HasCode("Other") != got.CodeOpen {
			t.Errorf("%s.%s: HasCode is wrong", test.service, test.op)
		}
		got.WireCodes, test.want.WireCodes = nil, nil
		if !equal(got, test.want) {
			t.Errorf("%s.%s:\n got %+v\nwant %+v", test.service, test.op, got, test.want)
		}
	}
}

func equal(a, b model.Error) bool {
	return a.Type == b.Type && a.Code == b.Code && a.DefaultCode == b.DefaultCode && a.Fault == b.Fault &&
		a.HTTPStatus == b.HTTPStatus && a.QueryCompatible == b.QueryCompatible && a.CodeOpen == b.CodeOpen
}

func TestAccessDenied(t *testing.T) {
	for _, test := range []struct{ modfile, service, op, want string }{
		{"go.mod", "s3", "GetObject", "AccessDenied"},
		{"go.mod", "s3", "HeadObject", "Forbidden"},
		{"go.mod", "iam", "GetUser", "AccessDenied"},
		{"go.mod", "sqs", "SendMessage", "AccessDenied"},
		{"old.mod", "sqs", "SendMessage", "AccessDenied"},
		{"go.mod", "dynamodb", "GetItem", "AccessDeniedException"},
		{"go.mod", "lambda", "Invoke", "AccessDeniedException"},
	} {
		if got := service(t, test.modfile, test.service).AccessDenied(test.op); got != test.want {
			t.Errorf("%s.%s: got %s, want %s", test.service, test.op, got, test.want)
		}
	}
}

func TestUnmodelledCode(t *testing.T) {
	for _, test := range []struct{ service, op, typ, want string }{
		{"s3", "GetObjectTagging", "NoSuchKey", "NoSuchKey"},
		{"s3", "DeleteObject", "NoSuchKey", ""},
		{"s3", "HeadObject", "NoSuchKey", "NotFound"},
		{"s3", "PutObject", "NoSuchBucket", "NoSuchBucket"},
		{"s3", "ListBuckets", "NoSuchBucket", ""},
		{"s3", "ListParts", "NoSuchUpload", "NoSuchUpload"},
		{"s3", "PutObject", "BucketAlreadyExists", ""},
		{"iam", "ListUsers", "NoSuchEntityException", ""},
		{"iam", "ListUsers", "ThrottlingException", "Throttling"},
		{"iam", "ListUsers", "AccessDeniedException", "AccessDenied"},
		{"lambda", "Invoke", "ThrottlingException", "ThrottlingException"},
	} {
		if got := service(t, "go.mod", test.service).UnmodelledCode(test.op, test.typ); got != test.want {
			t.Errorf("%s.%s, %s: got %q, want %q", test.service, test.op, test.typ, got, test.want)
		}
	}
}

func TestWellKnown(t *testing.T) {
	if instead, ok := model.MadeBySDKv1("RequestCanceled"); !ok || !strings.Contains(instead, "context.Canceled") {
		t.Errorf("RequestCanceled: got %q, %t", instead, ok)
	}
	if _, ok := model.MadeBySDKv1("AccessDenied"); ok {
		t.Error("SDK v1 does not make AccessDenied itself")
	}
	codes := service(t, "go.mod", "s3").WellKnownCodes()
	if !slices.Contains(codes, "NoSuchTagSet") || !slices.Contains(codes, "AccessDenied") || slices.Contains(codes, "InvalidGroup.NotFound") {
		t.Errorf("of s3: %v", codes)
	}
}
