package engine

import (
	"crypto/sha256"
	"encoding/binary"
	"hash"

	"github.com/awserrlint/awserrlint/internal/cache"
)

// A digest makes a key of texts.
type digest struct{ hash hash.Hash }

// newDigest returns a digest for one kind of entry.
func newDigest(kind string) digest {
	d := digest{sha256.New()}
	d.add(kind)
	return d
}

// add adds texts, so that ("ab", "c") differs from ("a", "bc").
func (d digest) add(texts ...string) {
	for _, text := range texts {
		var size [8]byte
		binary.LittleEndian.PutUint64(size[:], uint64(len(text)))
		d.hash.Write(size[:])
		d.hash.Write([]byte(text))
	}
}

// list adds the number of texts, then the texts.
func (d digest) list(texts []string) {
	var size [8]byte
	binary.LittleEndian.PutUint64(size[:], uint64(len(texts)))
	d.hash.Write(size[:])
	d.add(texts...)
}

func (d digest) key() (key cache.Key) {
	d.hash.Sum(key[:0])
	return key
}
