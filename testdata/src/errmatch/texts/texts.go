// Package texts searches the texts of errors.
package texts

import (
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strings"

	"github.com/aws/aws-sdk-go-v2/service/s3/types"
	"github.com/aws/smithy-go"
)

func call() error { return nil }

func contains() bool {
	err := call()
	return strings.Contains(err.Error(), "NoSuchKey") // want `^text "NoSuchKey" of err needle cond$`
}

func negated() bool {
	err := call()
	return !strings.HasPrefix(strings.ToLower(err.Error()), "nosuchkey") // want `^text "nosuchkey" of err needle cond$`
}

func compared() bool {
	err := call()
	return err.Error() == "NoSuchKey" || "NotFound" != err.Error() // want `^text "NoSuchKey" of err needle cond$` `^text "NotFound" of err needle cond not$`
}

func counted() int {
	err := call()
	if strings.Index(err.Error(), "A1") >= 0 || strings.Index(err.Error(), "A2") == -1 { // want `^text "A1" of err needle cond around$` `^text "A2" of err needle cond around not$`
		return 1
	}
	if strings.Count(err.Error(), "A3") > 0 || strings.Count(err.Error(), "A4") == 0 { // want `^text "A3" of err needle cond around$` `^text "A4" of err needle cond around not$`
		return 2
	}
	if strings.Index(err.Error(), "A5") == 0 { // want `^text "A5" of err needle cond around$`
		return 3
	}
	return strings.Index(err.Error(), "A6") // want `^text "A6" of err needle$`
}

func parts() bool {
	err := call()
	text := err.Error()
	if strings.Contains(text, "A1") || strings.HasPrefix(text[3:], "A2") { // want `^text "A1" of err by text needle cond$` `^text "A2" of err by text needle cond$`
		return true
	}
	sum := "failed: " + err.Error()
	if strings.Contains(sum, "A3") { // want `^text "A3" needle cond$`
		return true
	}
	if strings.Contains(fmt.Sprintf("%v", err), "A4") || strings.Contains(fmt.Sprint(err), "A5") { // want `^text "A4" of err needle cond$` `^text "A5" of err needle cond$`
		return true
	}
	return strings.Contains(fmt.Sprintf("%s: %v", "call", err), "A6") || strings.EqualFold(strings.TrimSpace(err.Error()), "A7") // want `^text "A6" needle cond$` `^text "A7" of err needle cond$`
}

func switched() string {
	err := call()
	switch err.Error() {
	case "NoSuchKey", "NotFound": // want `^text "NoSuchKey"$` `^text "NotFound"$`
		return "gone"
	}
	switch text := err.Error(); {
	case strings.Contains(text, "AccessDenied"): // want `^text "AccessDenied" of err by text needle cond$`
		return "denied"
	}
	return ""
}

var gone = []string{"NoSuchKey", "NotFound"}

func lists() bool {
	err := call()
	if slices.Contains(gone, err.Error()) || slices.Contains([]string{"A1", "A2"}, err.Error()) { // want `^text "NoSuchKey" "NotFound" of err cond$` `^text "A1" "A2" of err cond$`
		return true
	}
	for _, code := range []string{"A3", "A4"} {
		if strings.Contains(err.Error(), code) { // want `^text "A3" "A4" of err needle cond$`
			return true
		}
	}
	for code := range map[string]bool{"A5": true, "A6": false} {
		if strings.Contains(err.Error(), code) { // want `^text "A5" "A6" of err needle cond$`
			return true
		}
	}
	for code := range hints {
		if strings.Contains(err.Error(), code) { // want `^text "A7" of err needle cond$`
			return true
		}
	}
	for _, h := range table {
		if strings.Contains(err.Error(), h.code) { // want `^text "A8" "A9" of err needle cond$`
			return true
		}
	}
	return slices.Contains(Known, err.Error()) || // want `^text "A10" of err cond$`
		slices.ContainsFunc(gone, func(code string) bool { return strings.Contains(err.Error(), code) }) // want `^text "NoSuchKey" "NotFound" of err needle cond$`
}

var hints = map[string]string{"A7": "look again"}

// Known can be named elsewhere, where nobody adds to it.
var Known = []string{"A10"}

var table = []struct{ code, hint string }{{"A8", "once"}, {code: "A9"}}

var pattern = regexp.MustCompile(`(?i)NoSuchKey|Not\.Found`)

func patterns() bool {
	err := call()
	ok, _ := regexp.MatchString("A1|A2", err.Error())                                                      // want `^text "A1" "A2" of err$`
	return ok || pattern.MatchString(err.Error()) || regexp.MustCompile("A[0-9]").MatchString(err.Error()) // want `^text "NoSuchKey" "Not.Found" of err cond$`
}

const fixed = "NoSuchKey"

var variable = "NotFound"

func constants() bool {
	err := call()
	return strings.Contains(err.Error(), fixed) || strings.Contains(err.Error(), variable) || // want `^text "NoSuchKey" of err needle cond$` `^text "NotFound" of err needle cond$`
		strings.Contains(err.Error(), (&types.NoSuchKey{}).ErrorCode()) // want `^text "NoSuchKey" of err needle cond$`
}

func search(err error, code string) bool {
	return strings.Contains(err.Error(), code) // want `^text "A1" "A2" of err needle cond$`
}

func searched() bool {
	return search(call(), "A1") || search(call(), "A2")
}

// Exported can be asked for any code of any error.
func Exported(err error, code string) bool {
	return strings.Contains(err.Error(), code) || strings.Contains(err.Error(), "NoSuchKey") // want `^text "NoSuchKey" of err needle cond outside$`
}

type result struct{ Err error }

func fromField(r result) bool {
	return strings.Contains(r.Err.Error(), "NoSuchKey") // want `^text "NoSuchKey" of r.Err needle cond outside$`
}

func guarded() bool {
	err := call()
	var apiErr smithy.APIError
	if errors.As(err, &apiErr) { // want `^match smithy.APIError unwraps bool found typed kept$`
		return strings.Contains(err.Error(), "does not exist") || strings.Contains(apiErr.Error(), "not found") // want `^text "does not exist" of err needle cond guarded$` `^text "not found" of apiErr needle cond guarded$`
	}
	return strings.Contains(apiErr.ErrorMessage(), "no text of an error")
}

func unguarded(asks bool) bool {
	err := call()
	if asks {
		var apiErr smithy.APIError
		errors.As(err, &apiErr) // want `^match smithy.APIError unwraps bool found typed kept$`
	}
	return strings.Contains(err.Error(), "does not exist") // want `^text "does not exist" of err needle cond$`
}

func noTexts(s fmt.Stringer) bool {
	return strings.Contains(s.String(), "NoSuchKey") || strings.Contains("NoSuchKey", "Such")
}
