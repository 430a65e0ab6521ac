package files

import (
	"errors"
	"os"
)

//awserrlint:handler nonproxy
func put(o order) (*order, error) {
	if o.ID == "" {
		return nil, errors.New("no ID") // want `return an error whose text is a JSON object`
	}
	if err := os.WriteFile(o.ID, nil, 0o666); err != nil {
		return nil, err // want `return an error whose text is a JSON object`
	}
	return &o, nil
}
