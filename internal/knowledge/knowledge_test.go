package knowledge_test

import (
	"go/types"
	"path"
	"testing"

	"golang.org/x/tools/go/analysis"

	"github.com/awserrlint/awserrlint/internal/knowledge"
)

// function returns a function, or a method of recv, that takes and returns nothing.
func function(path, recv, name string) *types.Func {
	pkg := types.NewPackage(path, "p")
	var v *types.Var
	if recv != "" {
		t := types.NewNamed(types.NewTypeName(0, pkg, recv, nil), types.NewStruct(nil, nil), nil)
		v = types.NewParam(0, pkg, "", types.NewPointer(t))
	}
	return types.NewFunc(0, pkg, name, types.NewSignatureType(v, nil, nil, nil, nil, false))
}

func TestFunctions(t *testing.T) {
	wraps := func(fn *types.Func) bool { _, ok := knowledge.Wraps(fn); return ok }
	for name, ask := range map[string]struct {
		of      func(*types.Func) bool
		yes, no []*types.Func
	}{
		"NeverReturns": {
			knowledge.NeverReturns,
			[]*types.Func{function("os", "", "Exit"), function("log", "Logger", "Fatal"), function("go.uber.org/zap", "SugaredLogger", "Fatalw")},
			[]*types.Func{function("os", "File", "Exit"), function("example.com/log", "", "Fatal"), function("go.uber.org/zap", "", "Fatal")},
		},
		"EndsProcess": {
			knowledge.EndsProcess,
			[]*types.Func{function("os", "", "Exit"), function("log", "", "Fatalf"), function("k8s.io/klog", "", "Fatal"), function("github.com/rs/zerolog/log", "", "Fatal")},
			[]*types.Func{function("log", "", "Panic"), function("testing", "common", "Fatal"), function("example.com/log", "", "Fatal"), function("runtime", "", "Goexit")},
		},
		"Panics": {
			knowledge.Panics,
			[]*types.Func{function("log", "", "Panicln"), function("github.com/sirupsen/logrus", "Entry", "Panicf")},
			[]*types.Func{function("log", "", "Fatal"), function("example.com/log", "", "Panic")},
		},
		"MayRecover": {
			knowledge.MayRecover,
			[]*types.Func{function("github.com/getsentry/sentry-go", "", "Recover"), function("example.com/a", "", "logPanic")},
			[]*types.Func{function("database/sql", "DB", "Close"), function("go.opentelemetry.io/otel/trace", "Span", "End"), function("example.com/a", "", "RUnlock")},
		},
		"Traces": {
			knowledge.Traces,
			[]*types.Func{function("go.opentelemetry.io/otel/trace", "Span", "RecordError"), function("example.com/a", "span", "SetTag")},
			[]*types.Func{function("example.com/a", "", "Record"), function("example.com/a", "", "SetError")},
		},
		"MayLog": {
			knowledge.MayLog,
			[]*types.Func{function("fmt", "", "Fprintf"), function("example.com/log", "Logger", "Errorw"), function("example.com/a", "", "Send")},
			[]*types.Func{function("fmt", "", "Sprint"), function("example.com/a", "", "Close")},
		},
		"Waits": {
			knowledge.Waits,
			[]*types.Func{function("time", "", "Sleep"), function("math/rand", "", "Intn")},
			[]*types.Func{function("os", "", "Exit"), function("example.com/time", "", "Sleep")},
		},
		"ReturnsPlain": {
			knowledge.ReturnsPlain,
			[]*types.Func{function("strconv", "", "Itoa"), function("net/url", "", "QueryEscape"), function("github.com/google/uuid", "", "NewString")},
			[]*types.Func{function("strings", "", "ToLower"), function("os", "", "Hostname"), function("github.com/quote/x", "", "Get")},
		},
		"PreparesLog": {
			knowledge.PreparesLog,
			[]*types.Func{function("strconv", "", "Itoa"), function("example.com/a", "", "logError"), function("go.uber.org/zap/zapcore", "", "New")},
			[]*types.Func{function("example.com/a", "", "Save"), function("github.com/aws/aws-sdk-go-v2/service/sns", "Client", "Send")},
		},
		"Wraps": {
			wraps,
			[]*types.Func{function("github.com/cenkalti/backoff/v4", "", "Permanent"), function("github.com/pkg/errors", "", "Wrap")},
			[]*types.Func{function("errors", "", "Join"), function("github.com/pkg/errors", "", "New"), function("example.com/errors", "", "Wrap")},
		},
		"RunsInGroup": {
			knowledge.RunsInGroup,
			[]*types.Func{function("golang.org/x/sync/errgroup", "Group", "TryGo")},
			[]*types.Func{function("golang.org/x/sync/errgroup", "Group", "Wait"), function("sync", "WaitGroup", "Go")},
		},
	} {
		for _, fn := range ask.yes {
			if !ask.of(fn) {
				t.Errorf("%s(%s) is false", name, fn.FullName())
			}
		}
		for _, fn := range ask.no {
			if ask.of(fn) {
				t.Errorf("%s(%s) is true", name, fn.FullName())
			}
		}
	}
}

func TestNames(t *testing.T) {
	for name, ask := range map[string]struct {
		of      func(string) bool
		yes, no []string
	}{
		"IsTestFile":       {knowledge.IsTestFile, []string{"a_test.go", "/b/a_test.go"}, []string{"a.go", "mock.go", "test.go"}},
		"ServesTests":      {knowledge.ServesTests, []string{"a_test.go", "mock_s3.go", "s3_fake.go", "stubs.go"}, []string{"mocking.go", "s3.go"}},
		"IsTestLibrary":    {knowledge.IsTestLibrary, []string{"testing", "testing/iotest", "go.uber.org/mock/gomock"}, []string{"testingx", "net/http", "net/http/httptest"}},
		"IsFake":           {knowledge.IsFake, []string{"apiMockS3", "FakeClient", "stub"}, []string{"Client"}},
		"OnlyReads":        {knowledge.OnlyReads, []string{"DescribeTable", "GetObject", "UnmarshalMap"}, []string{"BatchGetItem", "PutObject", "TargetGet"}},
		"LooksUp":          {knowledge.LooksUp, []string{"HeadBucket", "DescribeTable"}, []string{"ListBuckets", "PutObject"}},
		"Lists":            {knowledge.Lists, []string{"DescribeInstances", "DescribeStacks", "GetInstances"}, []string{"DescribeTable", "GetInstance", "DescribeInstanceStatus", "GetQueueAttributes"}},
		"Removes":          {knowledge.Removes, []string{"DeleteObject", "UntagRole"}, []string{"PutObject", "HeadObject"}},
		"Overwrites":       {knowledge.Overwrites, []string{"PutObject"}, []string{"CreateBucket", "InputPut"}},
		"Polls":            {knowledge.Polls, []string{"PollUntilContextTimeout", "Eventually", "backoff"}, []string{"waitForDeletion", "Run"}},
		"Pauses":           {knowledge.Pauses, []string{"Sleep", "waitFor", "ctxSleep", "After"}, []string{"Get", "AfterFunc", "Now"}},
		"TellsNextPage":    {knowledge.TellsNextPage, []string{"NextToken", "Marker", "IsTruncated", "HasMorePages"}, []string{"Items", "DeleteMarkers"}},
		"AsksForExistence": {knowledge.AsksForExistence, []string{"RoleExist", "bucketExists"}, []string{"isThere", "isHealthy"}},
		"AsksKind": {
			knowledge.AsksKind,
			[]string{"isNotFound", "IsNotExist", "isAccessDenied", "alreadyExists", "hasErrorCode", "isThrottled"},
			[]string{"isError", "isFatal", "failed", "shouldRetry", "ignore", "checkError", "isUnexpected"},
		},
		"AsksWhetherUsable": {
			knowledge.AsksWhetherUsable,
			[]string{
				"isHealthy", "CredentialsExist", "hasAccess", "canAccess", "CheckAccess", "hasS3Access", "HasAccessToBucket", "canAccessBucket",
				"bucket_access_granted", "isLoggedIn", "checkConnection", "CheckAuthStatus", "TestCredentials", "IsConnectionAlive", "ping", "validateAccessKey",
				"canUserAccessRole", "checkNetworkAccessGCP", "RunHealthchecks",
			},
			[]string{
				"accessPointExists", "bucketExists", "isVersioned", "GetAccessKeys", "ListAccessPoints", "DeleteAccessKey", "hasAccessKey",
				"hasAccessPolicy", "accessKeyOf", "HasLoginProfile", "hasPermissionsBoundary", "isMapping", "isAlreadyThere", "isUnavailable", "isInvalid",
				"hasCredentialReport", "forEach", "isAuthor", "checkAccessKey", "checkCredentialProfile", "hasAllow", "processNextWorkItem", "",
			},
		},
		"IsDenied":     {knowledge.IsDenied, []string{"AccessDenied", "UNAUTHORIZEDOPERATION"}, []string{"Denied", "Unauthorized"}},
		"EndsLikeCode": {knowledge.EndsLikeCode, []string{"NoSuchKey", "ThrottlingException"}, []string{"Throttling"}},
		"HasStdAs":     {knowledge.HasStdAs, []string{"errors", "golang.org/x/xerrors"}, []string{"example.com/errors"}},
	} {
		for _, s := range ask.yes {
			if !ask.of(s) {
				t.Errorf("%s(%q) is false", name, s)
			}
		}
		for _, s := range ask.no {
			if ask.of(s) {
				t.Errorf("%s(%q) is true", name, s)
			}
		}
	}
	for name, want := range map[string]string{
		"ResourceNotFoundException": "ResourceNotFound", "InternalServerError": "InternalServer", "ClientFault": "Client",
		"QueueDoesNotExist": "QueueDoesNotExist", "Exception": "", "ErrorException": "Error",
	} {
		if got := knowledge.TrimErrorSuffix(name); got != want {
			t.Errorf("TrimErrorSuffix(%q) = %q, want %q", name, got, want)
		}
	}
	for status, want := range map[string]string{"404": "NotFound", "412": "PreconditionFailed", "405": "", "x": ""} {
		if got, ok := knowledge.CodeOfNumber(status); got != want || ok != (want != "") {
			t.Errorf("CodeOfNumber(%q) = %q, %t, want %q", status, got, ok, want)
		}
	}
}

func TestIsTestPackage(t *testing.T) {
	for _, test := range []struct {
		module, path string
		want         bool
	}{
		{"example.com", "example.com/s3mock", true},
		{"example.com", "example.com/testutil/a", true},
		{"example.com", "example.com/stubs/a", true},
		{"example.com", "example.com/a_test", true},
		{"example.com", "example.com/test/framework/a", true},
		{"example.com", "example.com/test/e2e", true},
		{"test", "test/e2e/a", true},
		{"", "example.com/e2e", true},
		{"example.com", "example.com/a", false},
		{"example.com", "example.com/latest", false},
		{"test", "test/a", false},
		{"example.com/e2e/tests", "example.com/e2e/tests/store", false},
	} {
		pass := &analysis.Pass{Pkg: types.NewPackage(test.path, path.Base(test.path))}
		if test.module != "" {
			pass.Module = &analysis.Module{Path: test.module}
		}
		if got := knowledge.IsTestPackage(pass); got != test.want {
			t.Errorf("IsTestPackage(%q in %q) = %t", test.path, test.module, got)
		}
	}
}

func TestNamesAndComments(t *testing.T) {
	for name, ask := range map[string]struct {
		of      func(string) bool
		yes, no []string
	}{
		"CleansUp": {knowledge.CleansUp, []string{"Close", "DeleteMessage"}, []string{"CloseOrder", "Delete", ""}},
		"StartsUp": {knowledge.StartsUp, []string{"MustGet", "NewStore", "SetUp", "GetS3Client"}, []string{"Create", "GetOrder", "Restart", ""}},
		"Decodes":  {knowledge.Decodes, []string{"Unmarshal", "ParseInt", "Atoi"}, []string{"Process", ""}},
		"Encodes":  {knowledge.Encodes, []string{"Marshal", "MarshalMap", "EncodeToString"}, []string{"Unmarshal", "Send", ""}},
		"Spares": {
			knowledge.Spares,
			[]string{"Get the policy for additional context", "Optional: the tags", "try to marshal the zero value to see if it\nsays something"},
			[]string{"Try to get the tags", "additional buckets", ""},
		},
		"IsPlainField": {knowledge.IsPlainField, []string{"RequestID", "Stage"}, []string{"Path", "Body"}},
		"IsDeliberate": {
			knowledge.IsDeliberate,
			[]string{"poison message: drop it", "Best-effort only.", "not to be retried"}, []string{"log it", "the record", ""},
		},
	} {
		for _, s := range ask.yes {
			if !ask.of(s) {
				t.Errorf("%s does not hold for %q", name, s)
			}
		}
		for _, s := range ask.no {
			if ask.of(s) {
				t.Errorf("%s holds for %q", name, s)
			}
		}
	}
}

func TestMakes(t *testing.T) {
	for lookup, ops := range map[string]struct{ yes, no string }{
		"HeadBucket":           {"CreateBucket", "PutObject"},
		"GetBucketLocation":    {"CreateBucket", "PutBucketPolicy"},
		"HeadObject":           {"PutObject", "PutObjectTagging"},
		"DescribeRepositories": {"CreateRepository", "DeleteRepository"},
		"DescribeStacks":       {"CreateStack", "UpdateStack"},
		"GetQueueUrl":          {"CreateQueue", "Create"},
		"ListBuckets":          {"", "CreateBucket"},
	} {
		if ops.yes != "" && !knowledge.Makes(ops.yes, lookup) {
			t.Errorf("%s does not make what %s looks up", ops.yes, lookup)
		}
		if knowledge.Makes(ops.no, lookup) {
			t.Errorf("%s makes what %s looks up", ops.no, lookup)
		}
	}
}

func TestMakesAnew(t *testing.T) {
	for before, ops := range map[string]struct{ yes, no string }{
		"DeletePolicy":       {"CreatePolicy", "CreatePolicyVersion"},
		"DetachRolePolicy":   {"AttachRolePolicy", "AttachUserPolicy"},
		"ListPolicyVersions": {"CreatePolicy", "CreateRole"},
		"DescribeStacks":     {"CreateStack", "UpdateStack"},
		"ListPolicies":       {"", "CreatePolicy"},
		"DeleteItem":         {"", "PutItem"},
		"CreatePolicy":       {"", "CreatePolicy"},
		"Delete":             {"", "Create"},
	} {
		if ops.yes != "" && !knowledge.MakesAnew(ops.yes, before) {
			t.Errorf("%s does not make anew what %s is about", ops.yes, before)
		}
		if knowledge.MakesAnew(ops.no, before) {
			t.Errorf("%s makes anew what %s is about", ops.no, before)
		}
	}
}

func TestEmptyWhereMissing(t *testing.T) {
	if !knowledge.EmptyWhereMissing("dynamodb", "GetItem") || knowledge.EmptyWhereMissing("s3", "GetObject") {
		t.Error("dynamodb.GetItem returns no error for an item that does not exist, s3.GetObject does for an object")
	}
}

func TestOptional(t *testing.T) {
	for name, want := range map[[2]string]bool{
		{"imds", "Client.GetRegion"}: true, {"iam", "ListAccountAliases"}: true, {"iam", "GetUser"}: false, {"s3", "GetObject"}: false,
	} {
		if got := knowledge.Optional(name[0], name[1]); got != want {
			t.Errorf("Optional(%q) = %t", name, got)
		}
	}
}
