package knowledge

import "go/types"

// toTheEnd are functions and methods that read what they are given until it ends, by their full names, with the index of the
// argument that they read, receivers included.
//
// Source: the documentation of each.
var toTheEnd = map[string]int{
	"io.ReadAll":                      0,
	"io/ioutil.ReadAll":               0,
	"io.Copy":                         1,
	"io.CopyBuffer":                   1,
	"(*bytes.Buffer).ReadFrom":        1,
	"(*bufio.Writer).ReadFrom":        1,
	"(*os.File).ReadFrom":             1,
	"(*encoding/json.Decoder).Decode": 0,
	"(*encoding/xml.Decoder).Decode":  0,
	"(*encoding/gob.Decoder).Decode":  0,
}

// decoders make of a reader what decodes what that reads.
//
// Source: the documentation of each.
var decoders = map[string]bool{"encoding/json.NewDecoder": true, "encoding/xml.NewDecoder": true, "encoding/gob.NewDecoder": true}

// ReadsToEnd reports whether fn reads one of its arguments until it ends or breaks, and returns an error only where it breaks, and
// which one, the receiver included: a reader, or what DecodesFrom has made of one.
func ReadsToEnd(fn *types.Func) (arg int, ok bool) {
	arg, ok = toTheEnd[fn.FullName()]
	return arg, ok
}

// DecodesFrom reports whether what fn returns decodes what the reader says that is its argument.
func DecodesFrom(fn *types.Func) bool { return decoders[fn.FullName()] }
