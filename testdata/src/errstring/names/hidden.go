package names

import (
	"context"
	"fmt"
	"strings"

	"github.com/aws/aws-sdk-go-v2/service/iam"
)

// A variable has the name of the package that the fix needs, so it imports that under another one.
func deleteUsers(ctx context.Context, c *iam.Client, users []*iam.DeleteUserInput) error {
	var errors []string
	for _, in := range users {
		_, err := c.DeleteUser(ctx, in)
		if err != nil && !strings.Contains(err.Error(), "NoSuchEntity") { // want `match \*types.NoSuchEntityException$`
			errors = append(errors, err.Error())
		}
	}
	return fmt.Errorf("not deleted: %s", strings.Join(errors, ", "))
}

// That import is used here as well.
func deleteRole(ctx context.Context, c *iam.Client, in *iam.DeleteRoleInput) error {
	_, err := c.DeleteRole(ctx, in)
	if err != nil && strings.Contains(err.Error(), "DeleteConflict") { // want `match \*types.DeleteConflictException$`
		return nil
	}
	return err
}
