package forms

import (
	"context"
	"fmt"

	"github.com/aws/aws-sdk-go-v2/service/sts"
)

// token asks for what the service makes: no error of it can mean that it does not exist.
func token(ctx context.Context, c *sts.Client, in *sts.GetSessionTokenInput) error {
	out, err := c.GetSessionToken(ctx, in)
	if err != nil { // want `^the error of sts.GetSessionToken is swallowed; return or log it$`
		return nil
	}
	fmt.Println(*out.Credentials.AccessKeyId)
	return nil
}
