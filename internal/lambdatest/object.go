package lambdatest

import (
	"encoding/json"
	"errors"
)

// decodeObject returns the members of a JSON object. Unlike a struct as encoding/json fills it, it tells names apart by
// case, as AWS does: the JSON of a Go struct without tags is no response that AWS understands.
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
