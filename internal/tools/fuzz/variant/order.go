package variant

import (
	"bytes"
	"math/rand/v2"
	"strings"
)

// reorder shuffles the declarations below the imports. Those of one key, such as several init functions, keep their order.
func reorder(r *rand.Rand, src []byte) ([]byte, error) {
	all, err := declarations(src)
	if err != nil {
		return nil, err
	}
	first := 0
	for first < len(all) && strings.HasPrefix(all[first].key, "import") {
		first++
	}
	if first == len(all) {
		return src, nil
	}
	var b bytes.Buffer
	b.Write(src[:all[first].start])
	byKey := make(map[string][]decl)
	for _, d := range all[first:] {
		key, _, _ := strings.Cut(d.key, "/")
		byKey[key] = append(byKey[key], d)
	}
	for _, i := range r.Perm(len(all) - first) {
		key, _, _ := strings.Cut(all[first+i].key, "/")
		d := byKey[key][0]
		byKey[key] = byKey[key][1:]
		b.Write(src[d.start:d.end])
		b.WriteString("\n\n")
	}
	return append(bytes.TrimRight(b.Bytes(), "\n"), '\n'), nil
}
