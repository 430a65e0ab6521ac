package engine

import (
	"crypto/sha256"
	"io"
	"os"
	"strconv"
)

// toolHash returns a hash of this program. Since it takes longer than all else in a run in which
// nothing changed, it is kept as well.
func (e *engine) toolHash() (string, error) {
	name, err := os.Executable()
	if err != nil {
		return "", err
	}
	f, err := os.Open(name)
	if err != nil {
		return "", err
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return "", err
	}
	d := newDigest("tool")
	d.add(name, strconv.FormatUint(uint64(stampOf(info)), 16))
	if sum, ok := e.Cache.Get(d.key()); ok {
		return string(sum), nil
	}
	hash := sha256.New()
	if _, err := io.Copy(hash, f); err != nil {
		return "", err
	}
	sum := hash.Sum(nil)
	e.works(e.Cache.Put(d.key(), sum))
	return string(sum), nil
}
