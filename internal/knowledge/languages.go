package knowledge

import (
	"unicode"

	"github.com/awserrlint/awserrlint/internal/lazyregexp"
)

// ignoresAbroad matches comments beside a call that say in other languages than English that its
// failure is meant to be ignored: to ignore the error, even if it fails, it does not matter, on
// purpose. forbidsAbroad matches those that say the contrary.
//
// Source: comments at dropped errors in open-source programs that use AWS, and what native speakers
// write for the English words in accepted.go.
var (
	ignoresAbroad = lazyregexp.New(
		`(?i)失敗しても|失敗は許容|エラー(?:は|を)?(?:無視|握りつぶ)|無視(?:する|して|します|でよい)|(?:失敗|エラー).*(?:問題ない|問題なし|続行)|意図的` + // Japanese
			`|忽略|(?:失败|失敗|出错|错误|錯誤).*(?:不影响|不影響|没关系|沒關係|无所谓|無所謂|也继续|也繼續)|即使.*(?:失败|失敗|出错)|故意` + // Chinese
			`|무시|실패해도|상관\s*없` + // Korean
			`|игнорир|не\s*важно|намеренно` + // Russian
			`|\bfehler\b.*\bignorier|\bignorier\w*\b.*\bfehler\b|\bmacht nichts\b|\bist egal\b|\babsichtlich\b|\bnicht schlimm\b|\bdarf (?:hier )?fehlschlagen\b` + // German
			`|\b(?:ignor(?:ar|a|amos|ado|ada)|se ignora) (?:el |o )?erro?r?\b|\bno importa\b|\bno pasa nada\b|\baunque falle\b|\ba prop[oó]sito\b` + // Spanish
			`|\b(?:ignor(?:ar|a|amos|ado)) (?:o )?erros?\b|\bn[aã]o importa\b|\bmesmo (?:que falhe|se falhar)\b|\bde prop[oó]sito\b` + // Portuguese
			`|\b(?:ignorer|on ignore) (?:l['’ ]|les )?erreurs?\b|\bpas grave\b|\bpeu importe\b|\btant pis\b|\bvolontairement\b|\bm[eê]me si .*[eé]choue\b`) // French
	forbidsAbroad = lazyregexp.New(
		`(?i)無視(?:しない|できない|してはいけ|すべきでは)|(?:不能|不要|不可|不应|不應|别)(?:随意)?忽略|무시하지|무시할 수 없|не игнорир` +
			`|\b(?:nicht|nie|niemals) (?:\w+ )?ignorier|\b(?:no|nunca|n[aã]o|jamais|ne) (?:se )?(?:debe |deve |pas )?ignor`)
)

// goesOnAbroad matches texts that say in other languages than English that the work goes on: to continue, skip, ignore.
var goesOnAbroad = lazyregexp.New(`(?i)続行|継続|処理を続け|スキップ|無視|继续|繼續|跳过|跳過|忽略|계속|건너뛰|무시|продолж|пропуск|игнорир|überspring` +
	`|\b(?:fortfahren|fahre fort|weitermachen|ignorier\w*|continu(?:ar|amos|ando|er|ons)|seguimos|omit(?:ir|imos)|pular|pulando|ignor(?:ar|amos|ando|er|ons))\b`)

// acceptsInOthers reports whether a comment beside a call says so.
func acceptsInOthers(comment string) bool {
	return ignoresAbroad().MatchString(comment) && !forbidsAbroad().MatchString(comment)
}

// unspaced returns how many letters in text are of scripts that do not put spaces between words.
func unspaced(text string) int {
	n := 0
	for _, r := range text {
		if unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai) {
			n++
		}
	}
	return n
}
