// Package types asks errors for types, in every form.
package types

import (
	"errors"
	"fmt"

	"github.com/aws/aws-sdk-go-v2/service/s3/types"
	"github.com/aws/smithy-go"
)

func call() error { return nil }

func as() bool {
	var noSuchKey *types.NoSuchKey
	return errors.As(call(), &noSuchKey) // want `^match \*types.NoSuchKey unwraps bool found typed kept$`
}

func asInterface(err error) string {
	var apiErr smithy.APIError
	if errors.As(err, &apiErr) { // want `^match smithy.APIError unwraps bool found typed kept$`
		return apiErr.ErrorMessage()
	}
	return ""
}

func asNew(err error) bool {
	return errors.As(err, new(*types.NoSuchKey)) // want `^match \*types.NoSuchKey unwraps bool found$`
}

func asUnused(err error) {
	var noSuchKey *types.NoSuchKey
	errors.As(err, &noSuchKey) // want `^match \*types.NoSuchKey unwraps bool found typed kept$`
	fmt.Println(noSuchKey)
}

func asValue(err error) bool {
	var invalid smithy.InvalidParamsError
	return errors.As(err, &invalid) // want `^match smithy.InvalidParamsError unwraps bool found typed kept$`
}

func asAny(err error, target any) bool {
	return errors.As(err, target)
}

func asType(err error) bool {
	_, ok := errors.AsType[*types.NoSuchKey](err) // want `^match \*types.NoSuchKey unwraps bool found typed$`
	return ok
}

func asTypeFound(err error) string {
	if apiErr, ok := errors.AsType[smithy.APIError](err); ok { // want `^match smithy.APIError unwraps bool found typed kept$`
		return apiErr.ErrorCode()
	}
	return ""
}

// find is a helper like errors.AsType.
func find[T error](err error) (T, bool) {
	var found T
	ok := errors.As(err, &found) // want `^match T unwraps bool found typed kept$`
	return found, ok
}

func has[T error](err error) bool {
	_, ok := find[T](err) // want `^match T unwraps bool found typed$`
	return ok
}

func helpers(err error) bool {
	noSuchKey, ok := find[*types.NoSuchKey](err) // want `^match \*types.NoSuchKey unwraps bool found typed kept$`
	fmt.Println(noSuchKey)
	return ok || has[*types.NotFound](err) // want `^match \*types.NotFound unwraps bool$`
}

// pick has the type argument of a helper, but no bool at the end.
func pick[T error](err error) T {
	found, _ := find[T](err) // want `^match T unwraps bool found typed kept$`
	return found
}

func other(err error) {
	fmt.Println(pick[*types.NoSuchKey](err))
}

func assertion(err error) bool {
	_, ok := err.(*types.NoSuchKey) // want `^match \*types.NoSuchKey bool found$`
	return ok
}

func assertionAlone(err error) string {
	return err.(smithy.APIError).ErrorCode() // want `^match smithy.APIError found$`
}

func assertionOfInterface(err smithy.APIError) bool {
	_, ok := err.(*types.NoSuchKey) // want `^match \*types.NoSuchKey bool found$`
	return ok
}

func assertionOfAny(v any) bool {
	_, ok := v.(*types.NoSuchKey)
	return ok
}

func typeSwitch(err error) string {
	switch err := err.(type) {
	case *types.NoSuchKey, *types.NotFound: // want `^match \*types.NoSuchKey bool found$` `^match \*types.NotFound bool found$`
		return "gone"
	case smithy.APIError: // want `^match smithy.APIError bool found$`
		return err.ErrorCode()
	case nil:
		return ""
	}
	return "?"
}

func identities(err error) bool {
	if errors.Is(err, &types.NoSuchKey{}) { // want `^new \*types.NoSuchKey$`
		return true
	}
	if err == new(types.NotFound) || (&types.NoSuchBucket{}) != err { // want `^new \*types.NotFound$` `^new \*types.NoSuchBucket$`
		return true
	}
	switch err {
	case &types.NoSuchUpload{}: // want `^new \*types.NoSuchUpload$`
		return true
	}
	return false
}

var sentinel error = &types.NoSuchKey{}

func noIdentities(err error) bool {
	kept := error(&types.NoSuchKey{})
	if errors.Is(err, kept) {
		fmt.Println(kept)
	}
	return errors.Is(err, sentinel) || err == nil
}
