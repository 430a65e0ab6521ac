package silent

import (
	"context"
	"reflect"

	"github.com/aws/aws-sdk-go-v2/service/s3"
	"go.uber.org/mock/gomock"
)

type mockStore struct {
	ctrl   *gomock.Controller
	client *s3.Client
}

func newMockStore(ctrl *gomock.Controller) *mockStore { return &mockStore{ctrl: ctrl} }

type mockStoreRecorder struct{ mock *mockStore }

func (m *mockStore) EXPECT() *mockStoreRecorder { return &mockStoreRecorder{m} }

func (m *mockStore) DeleteObject(ctx context.Context, in *s3.DeleteObjectInput, opts ...func(*s3.Options)) (*s3.DeleteObjectOutput, error) {
	m.client.DeleteObject(ctx, in)
	ret := m.ctrl.Call(m, "DeleteObject", ctx, in)
	out, _ := ret[0].(*s3.DeleteObjectOutput)
	err, _ := ret[1].(error)
	return out, err
}

func (r *mockStoreRecorder) DeleteObject(ctx, in any, opts ...any) *gomock.Call {
	return r.mock.ctrl.RecordCallWithMethodType(r.mock, "DeleteObject", reflect.TypeFor[func()](), ctx, in)
}
