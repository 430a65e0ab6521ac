// Package told makes errors of texts, beside those of AWS.
package told

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/ec2"
	pkgerrors "github.com/pkg/errors"
)

func match(err error) {}

// failures puts the failures of an output into a text.
func failures(ctx context.Context, c *ec2.Client) error {
	out, err := c.CreateFleet(ctx, nil)
	if err != nil {
		return fmt.Errorf("create fleet: %w", err)
	}
	for _, failure := range out.Errors {
		return fmt.Errorf("launch: %s", aws.ToString(failure.ErrorCode))
	}
	return nil
}

func joined(ctx context.Context, c *ec2.Client) error {
	out, err := c.CreateFleet(ctx, nil)
	if err != nil {
		return err
	}
	var texts []string
	for _, failure := range out.Errors {
		texts = append(texts, *failure.ErrorMessage)
	}
	return errors.New(strings.Join(texts, ", "))
}

func cut(ctx context.Context, c *ec2.Client, last bool) error {
	_, err := c.CreateFleet(ctx, nil)
	if last {
		return fmt.Errorf("last: %v", err)
	}
	return err
}

type failed struct{ reason string }

func (f *failed) Error() string { return f.reason }

func ofType(ctx context.Context, c *ec2.Client, last bool) error {
	_, err := c.CreateFleet(ctx, nil)
	if err != nil && last {
		return &failed{err.Error()}
	}
	return err
}

var errNoInput = errors.New("no input")

// itself makes errors of its own words.
func itself(ctx context.Context, c *ec2.Client, name string) error {
	if name == "" {
		return errNoInput
	}
	if name == "x" {
		return fmt.Errorf("bad name %q", name)
	}
	if name == "y" {
		return &failed{name}
	}
	_, err := c.CreateFleet(ctx, nil)
	return err
}

// packages makes errors with another package.
func packages(ctx context.Context, c *ec2.Client, n int) error {
	_, err := c.CreateFleet(ctx, nil)
	switch n {
	case 1:
		return pkgerrors.New("no input")
	case 2:
		return pkgerrors.Errorf("last: %v", err)
	}
	return err
}

func all(ctx context.Context, c *ec2.Client) {
	match(failures(ctx, c))     // want `^ec2.CreateFleet wrapped retold$`
	match(joined(ctx, c))       // want `^ec2.CreateFleet retold$`
	match(cut(ctx, c, true))    // want `^ec2.CreateFleet retold$`
	match(ofType(ctx, c, true)) // want `^ec2.CreateFleet retold$`
	match(packages(ctx, c, 1))  // want `^ec2.CreateFleet retold$`
	match(itself(ctx, c, "z"))  // want `^ec2.CreateFleet$`
}
