package awssdk

import (
	"go/types"

	"github.com/awserrlint/awserrlint/internal/awspath"
)

// A Rank orders the types that an error of an operation is or wraps: an error that has none of one
// rank has none of a lower one either.
type Rank int

const (
	Unranked Rank = iota // nothing that every error of an operation, or of a service, has
	Modelled             // an error type of a service, or *smithy.GenericAPIError
	API                  // smithy.APIError
	Response             // a ResponseError
	Operr                // *smithy.OperationError
)

// RankOf returns the rank of t.
func RankOf(t types.Type) Rank {
	obj := TypeName(t)
	if obj == nil || obj.Pkg() == nil {
		return Unranked
	}
	return RankOfName(obj.Pkg().Path(), obj.Name())
}

// RankOfName returns the rank of the type called name, or of a pointer to it, of the package at path.
func RankOfName(path, name string) Rank {
	switch path + "." + name {
	case awspath.Smithy + ".APIError":
		return API
	case awspath.Smithy + ".GenericAPIError":
		return Modelled
	case awspath.Smithy + ".OperationError":
		return Operr
	case awspath.HTTP + ".ResponseError", awspath.SmithyHTTP + ".ResponseError":
		return Response
	}
	if _, ofService := awspath.ServiceOfTypes(path); ofService {
		return Modelled
	}
	return Unranked
}
