package knowledge_test

import (
	"go/types"
	"testing"

	"github.com/awserrlint/awserrlint/internal/knowledge"
)

func TestEncodesSurely(t *testing.T) {
	named := types.NewNamed(types.NewTypeName(0, nil, "status", nil), types.Typ[types.String], nil)
	withMethod := types.NewNamed(types.NewTypeName(0, nil, "point", nil), types.Typ[types.String], nil)
	withMethod.AddMethod(types.NewFunc(0, nil, "MarshalText", types.NewSignatureType(types.NewVar(0, nil, "", withMethod), nil, nil, nil, nil, false)))
	structOf := func(t types.Type, tag string) types.Type {
		return types.NewStruct([]*types.Var{types.NewField(0, nil, "Status", t, false)}, []string{tag})
	}
	for _, tt := range []struct {
		name string
		typ  types.Type
		want bool
	}{
		{"attributevalue.Marshal", types.Typ[types.String], true},
		{"dynamodbattribute.Marshal", types.Typ[types.Bool], true},
		{"attributevalue.Marshal", types.NewPointer(types.Typ[types.Int64]), true},
		{"attributevalue.MarshalList", types.NewSlice(types.Typ[types.Float64]), true},
		{"attributevalue.Marshal", types.Typ[types.Complex128], false},
		{"attributevalue.Marshal", named, true},
		{"attributevalue.Marshal", withMethod, false},
		{"attributevalue.Marshal", structOf(named, `dynamodbav:"status"`), true},
		{"attributevalue.Marshal", structOf(named, `dynamodbav:"status,stringset"`), false},
		{"attributevalue.MarshalMap", structOf(withMethod, ""), false},
		{"attributevalue.MarshalMap", types.NewMap(types.Typ[types.String], named), true},
		{"attributevalue.MarshalMap", types.NewMap(types.Typ[types.Bool], named), false},
		{"attributevalue.Marshal", types.NewMap(types.Typ[types.String], types.NewInterfaceType(nil, nil)), false},
		{"attributevalue.Unmarshal", types.Typ[types.String], false},
	} {
		if got := knowledge.EncodesSurely(tt.name, tt.typ); got != tt.want {
			t.Errorf("EncodesSurely(%q, %s) = %t", tt.name, tt.typ, got)
		}
	}
}
