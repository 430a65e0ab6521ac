package model

import (
	"bytes"
	"path/filepath"

	"github.com/awserrlint/awserrlint/internal/lazyregexp"
	"github.com/awserrlint/awserrlint/internal/readfile"
)

// KeepsOnlyText reports whether the source of a function of transfermanager that transfers a directory puts
// no more than the text of AWS errors into those that it returns: what is left of the failure of an
// object, after the failure policy, and of the list of objects. filename and from are those of [Dir].
func KeepsOnlyText(filename, from string) bool {
	dir, err := Dir(filename, from)
	if err != nil {
		return false
	}
	src, err := readfile.All(filepath.Join(dir, filepath.Base(filename)))
	if err != nil || bytes.Contains(src, []byte("%w")) {
		return false
	}
	asked, cut := policyAsked().FindAllIndex(src, -1), policyCut().FindAllIndex(src, -1)
	listed, listCut := listCall().FindAllIndex(src, -1), listCallCut().FindAllIndex(src, -1)
	return len(asked) > 0 && len(asked) == len(cut) && len(listed) == len(listCut)
}

// The calls that return AWS errors, alone and with what becomes of the error.
var (
	policyAsked = lazyregexp.New(`= \w+\.failurePolicy\.On\w+\(`)
	policyCut   = lazyregexp.New(`= \w+\.failurePolicy\.On\w+\(.*\n\s*if err != nil \{\n\s*\w+\.setErr\(fmt\.Errorf\(".*%v", .*err\)\)`)
	listCall    = lazyregexp.New(`\.ListObjectsV2\(`)
	listCallCut = lazyregexp.New(`\.ListObjectsV2\((?:.*\n){1,8}?\s*if err != nil \{\n\s*\w+\.setErr\(fmt\.Errorf\(".*%v", err\)\)`)
)
