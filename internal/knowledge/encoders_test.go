package knowledge_test

import (
	"go/types"
	"testing"

	"github.com/awserrlint/awserrlint/internal/knowledge"
)

func TestEncodesSurely(t *testing.T) {
	named := types.NewNamed(types.NewTypeName(0, nil, "status", nil), types.Typ[types.String], nil)
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
		{"attributevalue.Marshal", named, false},
		{"attributevalue.Marshal", types.NewStruct(nil, nil), false},
		{"attributevalue.MarshalMap", types.Typ[types.String], false},
		{"attributevalue.Unmarshal", types.Typ[types.String], false},
	} {
		if got := knowledge.EncodesSurely(tt.name, tt.typ); got != tt.want {
			t.Errorf("EncodesSurely(%q, %s) = %t", tt.name, tt.typ, got)
		}
	}
}
