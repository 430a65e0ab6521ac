package files

import "errors"

type order struct{ ID string }

//awserrlint:handler nonproxy
func get(o order) (*order, error) {
	if o.ID == "" {
		return nil, errors.New("no ID") // want `return an error whose text is a JSON object`
	}
	return &o, nil
}
