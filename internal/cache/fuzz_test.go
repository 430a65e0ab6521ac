package cache

import (
	"bytes"
	"testing"
)

// FuzzUnpack checks that an entry is read only as it was written, and under its own key only.
func FuzzUnpack(f *testing.F) {
	f.Add([]byte("data"), []byte(magic), byte(1))
	f.Add([]byte(nil), pack(Key{1}, []byte("x")), byte(0))
	f.Fuzz(func(t *testing.T, data, other []byte, change byte) {
		key := Key{1, 2, 3}
		content := pack(key, data)
		if got, ok := unpack(key, content); !ok || !bytes.Equal(got, data) {
			t.Fatal("it is not read as it was written")
		}
		if _, ok := unpack(Key{4}, content); ok {
			t.Error("it is read under another key")
		}
		if change != 0 {
			content[int(change)%len(content)] ^= change
			if _, ok := unpack(key, content); ok {
				t.Error("it is read though a byte is changed")
			}
		}
		if _, ok := unpack(key, content[:len(content)-1]); ok {
			t.Error("it is read though it is cut")
		}
		if got, ok := unpack(key, other); ok && !bytes.Equal(pack(key, got), other) {
			t.Error("what nobody has written is read")
		}
	})
}
