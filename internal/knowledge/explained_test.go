package knowledge

import "testing"

func TestExplains(t *testing.T) {
	for comment, want := range map[string]bool{
		"wrong region, tags do not exist, etc":           true,
		"Buckets of other accounts have no tags.":        true,
		"errors are expected: the role is often missing": true,
		"The role is gone already.":                      true,
		"リージョンが違うとタグはない":                                 true,
		"实例不在这个区域":                                       true,
		"エラー処理":                                          false,
		"次へ":                                             false,
		"skip":                                           false,
		"next one":                                       false,
		"TODO: the bucket may be in another region":      false,
		"the bucket may be in another region (FIXME)":    false,
		"handle the error here":                          false,
		"we should log the error":                        false,
		"there was an error":                             false,
		"failed to get the tags of the bucket":           false,
	} {
		if got := Explains(comment); got != want {
			t.Errorf("Explains(%q) = %v, want %v", comment, got, want)
		}
	}
}
