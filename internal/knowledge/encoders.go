package knowledge

import (
	"go/types"
	"strings"
)

// encoders are the functions of the SDKs that make attribute values, by package and name.
//
// Source: encode.go of feature/dynamodb/attributevalue and of service/dynamodb/dynamodbattribute. An
// error comes from methods of what is encoded, from struct tags, and from what has no form in
// DynamoDB, such as the keys of some maps.
var encoders = map[string]bool{
	"attributevalue.Marshal": true, "attributevalue.MarshalWithOptions": true, "attributevalue.MarshalList": true, "attributevalue.MarshalMap": true,
	"dynamodbattribute.Marshal": true, "dynamodbattribute.MarshalList": true, "dynamodbattribute.MarshalMap": true,
}

// EncodesSurely reports whether the function called name, as package.Name, cannot fail for values of
// the types: strings, numbers, booleans, times, and lists, maps and structs of them that do not
// encode themselves.
func EncodesSurely(name string, all ...types.Type) bool {
	if !encoders[name] {
		return false
	}
	p := make(encodable)
	for _, t := range all {
		if !p.is(t) {
			return false
		}
	}
	return true
}

// encodable are the types that are being looked at.
type encodable map[types.Type]bool

func (p encodable) is(t types.Type) bool {
	t = types.Unalias(t)
	if named, ok := t.(*types.Named); ok {
		if obj := named.Obj(); obj.Pkg() != nil && obj.Pkg().Path() == "time" && obj.Name() == "Time" || p[t] {
			return true
		}
		if encodesItself(named) {
			return false
		}
		p[t] = true
	}
	switch u := t.Underlying().(type) {
	case *types.Basic:
		return u.Info()&(types.IsString|types.IsInteger|types.IsFloat|types.IsBoolean) != 0
	case *types.Pointer:
		return p.is(u.Elem())
	case *types.Slice:
		return p.is(u.Elem())
	case *types.Array:
		return p.is(u.Elem())
	case *types.Map:
		key, ok := u.Key().Underlying().(*types.Basic)
		return ok && key.Info()&types.IsString != 0 && p.is(u.Elem())
	case *types.Struct:
		for i := range u.NumFields() {
			// A tag can ask for a set, which not every list is.
			if u.Field(i).Exported() && (strings.Contains(u.Tag(i), "set") || !p.is(u.Field(i).Type())) {
				return false
			}
		}
		return true
	}
	return false
}

// encodesItself reports whether t has a method that the functions call, which may fail.
func encodesItself(t *types.Named) bool {
	methods := types.NewMethodSet(types.NewPointer(t))
	for _, name := range []string{"MarshalDynamoDBAttributeValue", "MarshalText", "MarshalBinary"} {
		if methods.Lookup(nil, name) != nil {
			return true
		}
	}
	return false
}
