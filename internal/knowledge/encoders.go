package knowledge

import "go/types"

// encoders are the functions of the SDKs that make attribute values, by package and name.
//
// Source: encode.go of feature/dynamodb/attributevalue and of service/dynamodb/dynamodbattribute. An
// error comes from methods of what is encoded, from struct tags, and from what has no form in
// DynamoDB, such as the keys of some maps.
var encoders = map[string]bool{
	"attributevalue.Marshal": true, "attributevalue.MarshalWithOptions": true, "attributevalue.MarshalList": true,
	"dynamodbattribute.Marshal": true, "dynamodbattribute.MarshalList": true,
}

// EncodesSurely reports whether the function called name, as package.Name, cannot fail for a value of type t:
// a string, a number, a boolean, or a list of them.
func EncodesSurely(name string, t types.Type) bool { return encoders[name] && isPlain(t) }

func isPlain(t types.Type) bool {
	switch t := types.Unalias(t).(type) {
	case *types.Basic:
		return t.Info()&(types.IsString|types.IsInteger|types.IsFloat|types.IsBoolean) != 0
	case *types.Pointer:
		return isPlain(t.Elem())
	case *types.Slice:
		return isPlain(t.Elem())
	case *types.Array:
		return isPlain(t.Elem())
	}
	return false // a defined type may have a method that fails
}
