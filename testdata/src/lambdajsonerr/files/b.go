package files

import (
	"errors"
	"os"
)

//awserrlint:handler nonproxy
func put(o order) (*order, error) {
	if o.ID == "" {
		return nil, errors.New("no ID") // want `plain text where API Gateway matches JSON`
	}
	if err := os.WriteFile(o.ID, nil, 0o666); err != nil {
		return nil, err // want `plain text where API Gateway matches JSON`
	}
	return &o, nil
}
