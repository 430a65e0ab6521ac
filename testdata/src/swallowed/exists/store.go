package exists

import (
	"context"
	"fmt"
	"time"

	"github.com/aws/aws-sdk-go-v2/feature/dynamodb/attributevalue"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb/types"
)

type link struct {
	Node, Workspace string
	Since           time.Time
}

type links struct{ db *dynamodb.Client }

func (l *links) get(ctx context.Context, node string) (link, error) {
	out, err := l.db.GetItem(ctx, &dynamodb.GetItemInput{Key: map[string]types.AttributeValue{"node": &types.AttributeValueMemberS{Value: node}}})
	if err != nil {
		return link{}, fmt.Errorf("get link: %w", err)
	}
	var found link
	return found, attributevalue.UnmarshalMap(out.Item, &found)
}

func (l *links) insert(ctx context.Context, node string) error {
	_, err := l.db.PutItem(ctx, &dynamodb.PutItemInput{Item: map[string]types.AttributeValue{"node": &types.AttributeValueMemberS{Value: node}}})
	if err != nil {
		return fmt.Errorf("insert link: %w", err)
	}
	return nil
}

func (l *links) update(ctx context.Context, node string) error {
	_, err := l.db.UpdateItem(ctx, &dynamodb.UpdateItemInput{Key: map[string]types.AttributeValue{"node": &types.AttributeValueMemberS{Value: node}}})
	if err != nil {
		return fmt.Errorf("update link: %w", err)
	}
	return nil
}

// A store is asked whether something is there, and what is there is overwritten.

func attach(ctx context.Context, l *links, node string) (int, error) {
	existing, err := l.get(ctx, node)
	if err == nil && existing.Node != "" { // want `^every error of links.get \(from dynamodb.GetItem or attributevalue.UnmarshalMap\) is treated as "does not exist"; return it$`
		return 409, nil
	}
	if err := l.insert(ctx, node); err != nil {
		return 500, nil
	}
	return 200, nil
}

func once(ctx context.Context, l *links, node string) error {
	if existing, err := l.get(ctx, node); err == nil && existing.Node != "" { // want `^every error of links.get \(from dynamodb.GetItem or attributevalue.UnmarshalMap\) is treated as "does not exist"; return it$`
		return errExists
	}
	return l.insert(ctx, node)
}

// Near misses.

func cachedLink(ctx context.Context, l *links, node string) (link, error) {
	existing, err := l.get(ctx, node)
	if err == nil && existing.Node != "" {
		return existing, nil
	}
	return link{Node: node}, l.insert(ctx, node)
}

func shown(ctx context.Context, l *links, node string) error {
	existing, err := l.get(ctx, node)
	if err == nil && existing.Node != "" {
		fmt.Println("there since", existing.Since)
		return nil
	}
	return l.insert(ctx, node)
}

func unchangedLink(ctx context.Context, l *links, node, workspace string) error {
	existing, err := l.get(ctx, node)
	if err == nil && existing.Workspace == workspace {
		return nil
	}
	return l.insert(ctx, node)
}

func ofAnother(ctx context.Context, l, other *links, node string) error {
	existing, err := other.get(ctx, node)
	if err == nil && existing.Node != "" {
		return errExists
	}
	return l.insert(ctx, node)
}

func updated(ctx context.Context, l *links, node string) error {
	existing, err := l.get(ctx, node)
	if err == nil && existing.Node != "" {
		return errExists
	}
	return l.update(ctx, node)
}

func goesOnToInsert(ctx context.Context, l *links, node string) error {
	existing, err := l.get(ctx, node)
	if err == nil && existing.Node != "" {
		node += "-2"
	}
	return l.insert(ctx, node)
}

func comparedLink(ctx context.Context, l *links, node string) error {
	existing, err := l.get(ctx, node)
	if err != nil {
		return err
	}
	if existing.Node != "" {
		return errExists
	}
	return l.insert(ctx, node)
}
