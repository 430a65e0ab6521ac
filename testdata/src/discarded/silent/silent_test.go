package silent

import (
	"context"
	"testing"

	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/stretchr/testify/mock"
	"go.uber.org/mock/gomock"
)

type testifyClient struct{ mock.Mock }

func (m *testifyClient) DeleteObject(ctx context.Context, in *s3.DeleteObjectInput, opts ...func(*s3.Options)) (*s3.DeleteObjectOutput, error) {
	args := m.Called(ctx, in)
	return args.Get(0).(*s3.DeleteObjectOutput), args.Error(1)
}

func TestTeardown(t *testing.T) {
	c := s3.New(s3.Options{})
	in := new(s3.DeleteObjectInput)
	t.Cleanup(func() { c.DeleteObject(t.Context(), in) })
	defer c.DeleteObject(t.Context(), in)
	_, _ = c.DeleteObject(t.Context(), in)
}

func TestMocks(t *testing.T) {
	m := new(testifyClient)
	m.On("DeleteObject", mock.Anything, mock.Anything).Return(new(s3.DeleteObjectOutput), nil)
	m.DeleteObject(t.Context(), nil)

	g := newMockStore(gomock.NewController(t))
	g.EXPECT().DeleteObject(gomock.Any(), gomock.Any()).Return(nil, nil)
	g.DeleteObject(t.Context(), nil)
}
