package source

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/json"

	"github.com/awserrlint/awserrlint/internal/cache"
)

// recall returns what ask returned when it was called for the same question. It calls ask if the
// cache does not have it; keep tells whether the value may be kept.
func recall[T any](c *cache.Cache, question []string, ask func() (value T, keep bool, err error)) (T, error) {
	if c == nil {
		value, _, err := ask()
		return value, err
	}
	key := questionKey(question)
	var value T
	if data, ok := c.Get(key); ok && json.Unmarshal(data, &value) == nil {
		return value, nil
	}
	value, keep, err := ask()
	if err == nil && keep {
		if data, err := json.Marshal(value); err == nil {
			c.Put(key, data) // if that fails, the go command is asked again
		}
	}
	return value, err
}

// questionKey returns the key of what the go command says to a question, which holds everything
// that it depends on.
func questionKey(question []string) cache.Key {
	h := sha256.New()
	h.Write([]byte("go command 1\n"))
	for _, part := range question {
		binary.Write(h, binary.LittleEndian, int64(len(part)))
		h.Write([]byte(part))
	}
	return cache.Key(h.Sum(nil))
}
