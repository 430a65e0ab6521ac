package lambdatest

import (
	"encoding/json"
	"errors"
)

// decodeObject returns the members of a JSON object. Their names are case-sensitive as for AWS, unlike the fields of a
// struct for encoding/json: AWS does not understand the JSON of a Go struct without tags.
func decodeObject(payload []byte) (map[string]json.RawMessage, error) {
	var members map[string]json.RawMessage
	if err := json.Unmarshal(payload, &members); err != nil {
		return nil, err
	}
	if members == nil {
		return nil, errors.New("null is no object")
	}
	return members, nil
}
