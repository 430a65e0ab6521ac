package cache

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"github.com/awserrlint/awserrlint/internal/program"
)

// A Key names an entry. It is a hash of everything that the entry depends on.
type Key [sha256.Size]byte

// A Cache is a folder of entries, which need not exist.
type Cache struct {
	dir string
	now func() time.Time
}

// Dir returns the folder of the user's cache. It fails if the environment names no home.
func Dir() (string, error) {
	dir, err := os.UserCacheDir()
	if err != nil {
		return "", err
	}
	return filepath.Join(dir, program.Name), nil
}

// Open returns the cache in dir.
func Open(dir string) *Cache { return &Cache{dir: dir, now: time.Now} }

// magic begins every entry. It changes with the form of entries.
const magic = "awserrlint 1\n"

// headerSize is the length of magic and the checksum that follows it.
const headerSize = len(magic) + sha256.Size

// usedInterval is how exactly the modification time of an entry tells when it was last used.
const usedInterval = time.Hour

// Get returns the entry for key. There is none if it cannot be read or is not as Put wrote it.
func (c *Cache) Get(key Key) (data []byte, ok bool) {
	name := c.fileName(key)
	f, err := os.Open(name)
	if err != nil {
		return nil, false
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return nil, false
	}
	content := make([]byte, info.Size())
	if _, err := io.ReadFull(f, content); err != nil {
		return nil, false // it may be removed and replaced meanwhile, so it stays
	}
	data, ok = unpack(key, content)
	if !ok {
		// Another process may have put a whole entry here since. Then a result is computed again.
		os.Remove(name)
		return nil, false
	}
	if now := c.now(); now.Sub(info.ModTime()) > usedInterval {
		os.Chtimes(name, now, now) // in a folder that cannot be written, entries are only read
	}
	return data, true
}

// Put makes data the entry for key. After an error there is the entry that was there before, or
// none.
func (c *Cache) Put(key Key, data []byte) error {
	name := c.fileName(key)
	f, err := os.CreateTemp(filepath.Dir(name), temporary(filepath.Base(name)))
	if errors.Is(err, fs.ErrNotExist) {
		if err := os.MkdirAll(filepath.Dir(name), 0o700); err != nil {
			return err
		}
		f, err = os.CreateTemp(filepath.Dir(name), temporary(filepath.Base(name)))
	}
	if err != nil {
		return err
	}
	_, err = f.Write(pack(key, data))
	err = errors.Join(err, f.Close())
	if err == nil {
		err = os.Rename(f.Name(), name)
	}
	if err != nil {
		os.Remove(f.Name())
	}
	return err
}

// pack returns data as a file holds it: magic, a checksum of key and data, data.
func pack(key Key, data []byte) []byte {
	sum := checksum(key, data)
	return bytes.Join([][]byte{[]byte(magic), sum[:], data}, nil)
}

// unpack returns the data in the content of a file that is named by key.
func unpack(key Key, content []byte) (data []byte, ok bool) {
	if len(content) < headerSize || string(content[:len(magic)]) != magic {
		return nil, false
	}
	data = content[headerSize:]
	sum := checksum(key, data)
	return data, bytes.Equal(sum[:], content[len(magic):headerSize])
}

func checksum(key Key, data []byte) (sum [sha256.Size]byte) {
	h := sha256.New()
	h.Write(key[:])
	h.Write(data)
	h.Sum(sum[:0])
	return sum
}

// fileName returns the name of the file for key: the first byte of the key is a folder.
func (c *Cache) fileName(key Key) string {
	name := hex.EncodeToString(key[:])
	return filepath.Join(c.dir, name[:2], name)
}

// temporary returns the pattern of os.CreateTemp for a file that becomes the entry called name.
func temporary(name string) string { return name + temporaryMark + "*" }

const temporaryMark = ".tmp"
