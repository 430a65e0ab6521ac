package calls

import (
	"context"

	v1aws "github.com/aws/aws-sdk-go/aws"
	"github.com/aws/aws-sdk-go/aws/session"
	v1s3 "github.com/aws/aws-sdk-go/service/s3"
	"github.com/aws/aws-sdk-go/service/s3/s3iface"
)

func versionOne(ctx context.Context, c *v1s3.S3, i s3iface.S3API, in *v1s3.DeleteObjectInput) {
	c.DeleteObject(in)                                                                            // want `^the error of s3.DeleteObject is discarded`
	i.DeleteObject(in)                                                                            // want `^the error of s3.DeleteObject is discarded`
	c.DeleteObjectWithContext(ctx, in)                                                            // want `^the error of s3.DeleteObject is discarded`
	c.ListObjectsV2Pages(&v1s3.ListObjectsV2Input{}, func(*v1s3.ListObjectsV2Output, bool) bool { // want `^the error of s3.ListObjectsV2Pages is discarded`
		return true
	})
	c.WaitUntilObjectExists(&v1s3.HeadObjectInput{}) // want `^the error of s3.WaitUntilObjectExists is discarded`
	req, _ := c.DeleteObjectRequest(in)
	req.Send()                          // want `^the error of request.Request.Send is discarded`
	session.NewSession(&v1aws.Config{}) // want `^the error of session.NewSession is discarded`
}
