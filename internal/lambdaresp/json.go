package lambdaresp

import (
	"go/types"
	"reflect"

	"github.com/awserrlint/awserrlint/internal/awssdk"
)

// HasTags reports whether t is, or points to, a struct with JSON tags, which is made to be encoded.
func HasTags(t types.Type) bool {
	s := awssdk.Struct(t)
	if s == nil {
		return false
	}
	for i := range s.NumFields() {
		if name, ok := reflect.StructTag(s.Tag(i)).Lookup("json"); ok && name != "-" {
			return true
		}
	}
	return false
}

// IsEmpty reports whether encoding/json encodes a value of the type t, a struct or a pointer to one, as {}.
func IsEmpty(t types.Type) bool {
	if types.IsInterface(t) {
		return false
	}
	for _, method := range []string{"MarshalJSON", "MarshalText"} {
		if obj, _, _ := types.LookupFieldOrMethod(t, false, nil, method); obj != nil {
			return false
		}
	}
	s := awssdk.Struct(t)
	return s != nil && !hasFields(s)
}

// hasFields reports whether encoding/json finds a field in s, or in a struct that it embeds.
func hasFields(s *types.Struct) bool {
	for i := range s.NumFields() {
		if IsEncoded(s, i) {
			return true
		}
		if f := s.Field(i); f.Embedded() {
			if inner := awssdk.Struct(f.Type()); inner != nil && hasFields(inner) {
				return true
			}
		}
	}
	return false
}

// IsEncoded reports whether encoding/json looks at the i-th field of s.
func IsEncoded(s *types.Struct, i int) bool {
	return s.Field(i).Exported() && reflect.StructTag(s.Tag(i)).Get("json") != "-"
}
