package protocol

import "encoding/json"

// A TextDocumentItem is a document that the user has opened.
type TextDocumentItem struct {
	URI        string `json:"uri"`
	LanguageID string `json:"languageId"`
	Version    int32  `json:"version"`
	Text       string `json:"text"`
}

// A TextDocumentIdentifier names a document. Version is there where a client says which text it means.
type TextDocumentIdentifier struct {
	URI     string `json:"uri"`
	Version *int32 `json:"version,omitempty"`
}

// DidOpenParams is an opened document.
type DidOpenParams struct {
	TextDocument TextDocumentItem `json:"textDocument"`
}

// DidChangeParams are changes of a document, each of the text that the one before leaves.
type DidChangeParams struct {
	TextDocument   TextDocumentIdentifier `json:"textDocument"`
	ContentChanges []ContentChange        `json:"contentChanges"`
}

// A ContentChange puts Text in the place of Range, or of the whole document where that is nil.
type ContentChange struct {
	Range *Range `json:"range"`
	Text  string `json:"text"`
}

// DocumentParams is a document, as saved or closed.
type DocumentParams struct {
	TextDocument TextDocumentIdentifier `json:"textDocument"`
}

// A Position is a place between two characters. Both numbers begin with 0; Character counts as the Encoding says.
type Position struct {
	Line      uint32 `json:"line"`
	Character uint32 `json:"character"`
}

// A Range is a part of a document, without what is at End.
type Range struct {
	Start Position `json:"start"`
	End   Position `json:"end"`
}

// A Location is a range in a file.
type Location struct {
	URI   string `json:"uri"`
	Range Range  `json:"range"`
}

// PublishDiagnosticsParams are all diagnostics of a file. Version is that of the text they are about, nil where the
// file is not open.
type PublishDiagnosticsParams struct {
	URI         string       `json:"uri"`
	Version     *int32       `json:"version,omitempty"`
	Diagnostics []Diagnostic `json:"diagnostics"`
}

// A Severity says how bad a diagnostic is.
type Severity int

// The severities.
const (
	SeverityError       Severity = 1
	SeverityWarning     Severity = 2
	SeverityInformation Severity = 3
)

// A Diagnostic is something that is wrong in a file.
type Diagnostic struct {
	Range              Range                `json:"range"`
	Severity           Severity             `json:"severity"`
	Code               string               `json:"code,omitempty"`
	CodeDescription    *CodeDescription     `json:"codeDescription,omitempty"`
	Source             string               `json:"source"`
	Message            string               `json:"message"`
	RelatedInformation []RelatedInformation `json:"relatedInformation,omitempty"`
	Data               json.RawMessage      `json:"data,omitempty"`
}

// A CodeDescription is where the code of a diagnostic is described.
type CodeDescription struct {
	Href string `json:"href"`
}

// A RelatedInformation is another place that helps to understand a diagnostic.
type RelatedInformation struct {
	Location Location `json:"location"`
	Message  string   `json:"message"`
}
