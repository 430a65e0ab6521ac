package

layout 	
   import (
	"context"
	"fmt"
   "github.com/aws/aws-sdk-go-v2/service/dynamodb"
)
 func ensure (
  ctx context	.
  Context	, c *dynamodb.Client,text	string , flag   bool ) error{	_ , _ =	c .
  PutItem(ctx, &   dynamodb   . PutItemInput {   TableName	: & text}   )
			 switch _	,	err :=

c . Query ( ctx   , & dynamodb	. QueryInput{} )	;{case
  err ==	nil :

fmt . Println	( "well" )	;
default : return fmt.Errorf("ensure: %w"	,
  err ) }
	return nil
}
