package nearest

import "testing"

func TestName(t *testing.T) {
	for _, test := range []struct {
		name       string
		candidates []string
		want       string
	}{
		{"NoSuchKy", []string{"NoSuchBucket", "NoSuchKey"}, "NoSuchKey"},
		{"nosuchkey", []string{"NoSuchKey"}, "NoSuchKey"},
		{"NoSuchKey", []string{"NoSuchKeys", "NoSuchKey"}, ""},
		{"NoSuchKey", []string{"NoSuchUpload"}, ""},
		{"abc", []string{"abd", "xyz"}, "abd"},
		{"abc", []string{"axy"}, ""},
	} {
		if got, _ := Name(test.name, test.candidates); got != test.want {
			t.Errorf("Name(%s): got %q, want %q", test.name, got, test.want)
		}
	}
}
