package knowledge

import (
	"strings"

	"github.com/awserrlint/awserrlint/internal/lazyregexp"
)

// empty matches comments in a branch for errors that give no reason: what is still to be done, and
// that there was an error.
//
// Source: comments at dropped errors in open-source programs that use AWS.
var empty = lazyregexp.New(`(?i)\b(?:todo|fixme|xxx|hack|bug)\b` +
	`|^\W*(?:(?:please|should|must|need to|we|then|just|maybe) +)*(?:handle|log|return|report|print|check|process|deal with)\b` +
	`|^\s*(?:エラー|错误|錯誤|异常)?(?:処理|处理|處理|ハンドリング|ログ|日志|日誌)` + // handles or logs the error
	`|^\W*(?:an? |the |some |any |there (?:was|is) )*(?:err|errors?|failures?|something|could not|couldn['’]t|failed|failure|unable)\b[^,;:.(]*\W*$`)

// Explains reports whether a comment in a branch for errors that does nothing gives a reason for it.
// Two words are none, nor are a few letters of a script without spaces.
func Explains(comment string) bool {
	return (len(strings.Fields(comment)) > 2 || unspaced(comment) > 5) && !empty().MatchString(comment)
}
