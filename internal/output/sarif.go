package output

import (
	"go/token"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/chavacava/garif"

	"github.com/awserrlint/awserrlint/internal/finding"
	"github.com/awserrlint/awserrlint/internal/program"
	"github.com/awserrlint/awserrlint/internal/relpath"
)

const (
	home       = "https://github.com/awserrlint/awserrlint"
	sourceRoot = "%SRCROOT%" // the usual name in SARIF for the folder of relative paths
)

// printSARIF prints a SARIF 2.1.0 log, which GitHub code scanning and other
// services read.
func printSARIF(out Output, r *Report) error {
	tool := garif.NewDriver(program.Name)
	tool.InformationUri, tool.Version = home, program.Version()
	for _, rule := range r.Rules {
		tool.Rules = append(tool.Rules, sarifRule(rule))
	}
	run := garif.NewRun(garif.NewTool(tool))
	run.ColumnKind = "unicodeCodePoints"
	if dir, err := os.Getwd(); err == nil {
		run.OriginalUriBaseIds = map[string]*garif.ArtifactLocation{sourceRoot: {Uri: fileURL(dir) + "/"}}
	}

	src := NewSources()
	results := []*garif.Result{}
	prints := fingerprints(r.Findings, src)
	for i, f := range r.Findings {
		result := &garif.Result{
			RuleId:              f.Rule,
			RuleIndex:           slices.IndexFunc(tool.Rules, func(r *garif.ReportingDescriptor) bool { return r.Id == f.Rule }),
			Level:               sarifLevel(f.Severity),
			Message:             garif.NewMessageFromText(f.Message),
			Locations:           []*garif.Location{sarifLocation(src, f.Pos, f.End)},
			PartialFingerprints: map[string]string{"primaryLocationLineHash": prints[i]},
		}
		for i, r := range f.Related {
			loc := sarifLocation(src, r.Pos, r.End)
			loc.Id, loc.Message = i+1, garif.NewMessageFromText(r.Message)
			result.RelatedLocations = append(result.RelatedLocations, loc)
			result.CodeFlows = append(result.CodeFlows, sarifFlow(src, r, f))
		}
		for _, fix := range f.Fixes {
			result.Fixes = append(result.Fixes, sarifFix(src, fix))
		}
		results = append(results, result)
	}

	invocation := garif.NewInvocation(len(r.Problems) == 0)
	for _, p := range r.Problems {
		note := garif.NewNotification(garif.NewMessageFromText(p.String()))
		note.Level = garif.ResultLevel_Error
		invocation.ToolExecutionNotifications = append(invocation.ToolExecutionNotifications, note)
	}
	run.Invocations = []*garif.Invocation{invocation}

	return WriteJSON(out, sarifLog{
		Schema:  "https://json.schemastore.org/sarif-2.1.0.json",
		Version: garif.Version210,
		Runs:    []sarifRun{{run, results}},
	})
}

// A sarifLog is a garif.LogFile in which a run without findings has "results": []. In a
// garif.Run the field would be missing, which means that nothing was analyzed, and GitHub
// rejects that.
type (
	sarifLog struct {
		Schema  string               `json:"$schema"`
		Version garif.LogFileVersion `json:"version"`
		Runs    []sarifRun           `json:"runs"`
	}
	sarifRun struct {
		*garif.Run
		Results []*garif.Result `json:"results"`
	}
)

func sarifRule(r Rule) *garif.ReportingDescriptor {
	rule := &garif.ReportingDescriptor{
		Id:               r.Name,
		ShortDescription: garif.NewMultiformatMessageString(r.Title),
		HelpUri:          r.URL,
	}
	if r.Doc == nil {
		return rule
	}
	doc := r.Doc.Compile()
	rule.Name = r.Name
	rule.ShortDescription = garif.NewMultiformatMessageString(doc.Title)
	rule.FullDescription = garif.NewMultiformatMessageString(doc.Text)
	rule.Help = &garif.MultiformatMessageString{Text: doc.Format(false), Markdown: doc.FormatMarkdown(false)}
	rule.DefaultConfiguration = &garif.ReportingConfiguration{Level: sarifLevel(r.Severity)}
	return rule
}

func sarifLevel(s finding.Severity) garif.ResultLevel {
	switch s {
	case finding.Error:
		return garif.ResultLevel_Error
	case finding.Info:
		return garif.ResultLevel_Note
	}
	return garif.ResultLevel_Warning
}

func sarifFix(src *Sources, fix finding.Fix) *garif.Fix {
	changes := make(map[string]*garif.ArtifactChange)
	result := &garif.Fix{Description: garif.NewMessageFromText(fix.Message)}
	for _, e := range fix.Edits {
		change := changes[e.Pos.Filename]
		if change == nil {
			change = garif.NewArtifactChange(sarifFile(e.Pos.Filename))
			changes[e.Pos.Filename] = change
			result.ArtifactChanges = append(result.ArtifactChanges, change)
		}
		change.Replacements = append(change.Replacements, &garif.Replacement{
			DeletedRegion:   sarifRegion(src, e.Pos, e.End),
			InsertedContent: &garif.ArtifactContent{Text: e.New},
		})
	}
	return result
}

// sarifFlow returns the code flow from the position of r to that of f.
func sarifFlow(src *Sources, r finding.Related, f finding.Finding) *garif.CodeFlow {
	from, to := sarifLocation(src, r.Pos, r.End), sarifLocation(src, f.Pos, f.End)
	from.Message, to.Message = garif.NewMessageFromText(r.Message), garif.NewMessageFromText(f.Message)
	return &garif.CodeFlow{ThreadFlows: []*garif.ThreadFlow{{
		Locations: []*garif.ThreadFlowLocation{{Location: from, Importance: "essential"}, {Location: to, Importance: "essential"}},
	}}}
}

func sarifLocation(src *Sources, pos, end token.Position) *garif.Location {
	return &garif.Location{PhysicalLocation: &garif.PhysicalLocation{
		ArtifactLocation: sarifFile(pos.Filename),
		Region:           sarifRegion(src, pos, end),
	}}
}

func sarifFile(name string) *garif.ArtifactLocation {
	rel := relpath.File(name)
	if !filepath.IsLocal(rel) {
		return &garif.ArtifactLocation{Uri: fileURL(name)}
	}
	return &garif.ArtifactLocation{Uri: (&url.URL{Path: filepath.ToSlash(rel)}).String(), UriBaseId: sourceRoot}
}

func fileURL(name string) string {
	path := filepath.ToSlash(name)
	if !strings.HasPrefix(path, "/") {
		path = "/" + path // it begins with a drive letter
	}
	return (&url.URL{Scheme: "file", Path: path}).String()
}

func sarifRegion(src *Sources, pos, end token.Position) *garif.Region {
	return &garif.Region{
		StartLine: pos.Line, StartColumn: codePoint(src, pos),
		EndLine: end.Line, EndColumn: codePoint(src, end),
	}
}

// codePoint returns the column of p in characters. p has it in bytes.
func codePoint(src *Sources, p token.Position) int {
	line := src.Line(p.Filename, p.Line)
	return 1 + utf8.RuneCountInString(line[:min(p.Column-1, len(line))])
}
