package main

import (
	_ "embed"
	"slices"
	"strings"
	"text/template"
)

//go:embed page.md.tmpl
var pageText string

var pageTemplate = template.Must(template.New("page").Parse(pageText))

// A page is what docs/performance.md shows.
type page struct {
	Setups    []pageSetup
	Sections  []pageSection
	Generated string // a table, or ""
	Modules   []subject
	Commands  []pageCommand
}

// A pageCommand is a command that measures a part of the page again.
type pageCommand struct {
	Flags   string
	Folders []string
}

// A pageSetup says which modes a setup has measured.
type pageSetup struct {
	setup
	Modes []string
}

// A pageSection is what was measured in a mode.
type pageSection struct {
	Title  string
	Tables []pageTable
}

// A pageTable is what was measured of a module.
type pageTable struct {
	Module string
	Rounds int
	Table  string
}

// newPage returns the page of records, which are in the order of modes.
func newPage(records []record) *page {
	p := new(page)
	var generatedRecords []record
	for _, rec := range records {
		p.addSetup(rec)
		p.addCommand(rec)
		if rec.Mode == generated {
			generatedRecords = append(generatedRecords, rec)
			continue
		}
		if !slices.Contains(p.Modules, rec.Module) {
			p.Modules = append(p.Modules, rec.Module)
		}
		title := titleOf(rec.Mode)
		if n := len(p.Sections); n == 0 || p.Sections[n-1].Title != title {
			p.Sections = append(p.Sections, pageSection{Title: title})
		}
		var table strings.Builder
		printTable(&table, rec.Results)
		section := &p.Sections[len(p.Sections)-1]
		section.Tables = append(section.Tables, pageTable{rec.Module.Name, len(rec.Results[0].Wall), table.String()})
	}
	if len(generatedRecords) > 0 {
		var table strings.Builder
		printGenerated(&table, generatedRecords)
		p.Generated = table.String()
	}
	return p
}

// titleOf returns the title of the mode with the name, beginning with a capital letter.
func titleOf(name string) string {
	i := slices.IndexFunc(modes, func(m mode) bool { return m.name == name })
	title := modes[i].title
	return strings.ToUpper(title[:1]) + title[1:]
}

// addSetup adds what has measured rec.
func (p *page) addSetup(rec record) {
	i := slices.IndexFunc(p.Setups, func(s pageSetup) bool { return s.setup == rec.Setup })
	if i < 0 {
		i = len(p.Setups)
		p.Setups = append(p.Setups, pageSetup{setup: rec.Setup})
	}
	if s := &p.Setups[i]; !slices.Contains(s.Modes, rec.Mode) {
		s.Modes = append(s.Modes, rec.Mode)
	}
}

// addCommand adds the command that measures rec again.
func (p *page) addCommand(rec record) {
	i := slices.IndexFunc(p.Commands, func(c pageCommand) bool { return c.Flags == rec.Flags })
	if i < 0 {
		i = len(p.Commands)
		p.Commands = append(p.Commands, pageCommand{Flags: rec.Flags})
	}
	if c := &p.Commands[i]; rec.Mode != generated && !slices.Contains(c.Folders, rec.Module.Folder()) {
		c.Folders = append(c.Folders, rec.Module.Folder())
	}
}
