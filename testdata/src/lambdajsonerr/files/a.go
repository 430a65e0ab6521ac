package files

import "errors"

type order struct{ ID string }

//awserrlint:handler nonproxy
func get(o order) (*order, error) {
	if o.ID == "" {
		return nil, errors.New("no ID") // want `plain text where API Gateway matches JSON`
	}
	return &o, nil
}
