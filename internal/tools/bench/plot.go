package main

import (
	_ "embed"
	"fmt"
	"io"
	"math"
	"slices"
	"text/template"
)

// A plot shows the wall time of awserrlint and its peers as bars on a logarithmic scale: a column for
// each module, a block of rows for each mode, a row for each tool. Lengths are in pixels.
type plot struct {
	Width, Height int
	Head          int // height of what is above the bars
	BarHeight     int
	Columns       []plotColumn
	Labels        []plotText // of rows and blocks
	Bars          []bar
}

// A plotColumn is a module, with the grid of powers of ten.
type plotColumn struct {
	X     int
	Title string
	Ticks []plotText
}

// A plotText is a text at a position.
type plotText struct {
	X, Y  int
	Text  string
	Class string
}

// A bar is the time of a tool, with its value at its end.
type bar struct {
	X, Y, Width, TextX, TextY int
	Text, Class               string
}

const (
	plotMargin      = 12
	plotLabels      = 180 // width of the names of tools
	plotColumnWidth = 280 // of which values beside the longest bar need plotValues
	plotValues      = 76
	plotHead        = 44
	plotBlockHead   = 30
	plotRow         = 18
	plotBar         = 12
)

//go:embed plot.svg.tmpl
var plotTemplateText string

var plotTemplate = template.Must(template.New("plot").Parse(plotTemplateText))

// writePlot writes an SVG image of the records. They must not all be of generated modules.
func writePlot(w io.Writer, records []record) error {
	return plotTemplate.Execute(w, newPlot(records))
}

func newPlot(records []record) *plot {
	records = slices.DeleteFunc(slices.Clone(records), func(r record) bool { return r.Mode == generated })
	var modules []string
	lowest, highest := math.Inf(1), math.Inf(-1)
	for _, rec := range records {
		if !slices.Contains(modules, rec.Module.Name) {
			modules = append(modules, rec.Module.Name)
		}
		for _, r := range rec.Results {
			power := math.Log10(median(r.Wall))
			lowest, highest = min(lowest, math.Floor(power)), max(highest, math.Ceil(power))
		}
	}
	scale := func(s float64) int {
		return int(math.Round((math.Log10(s) - lowest) / max(highest-lowest, 1) * (plotColumnWidth - plotValues)))
	}

	p := &plot{Width: plotMargin + plotLabels + len(modules)*plotColumnWidth, Head: plotHead, BarHeight: plotBar}
	p.Labels = append(p.Labels, plotText{plotMargin, plotHead - 5, "wall time, logarithmic", "value"})
	y := plotHead
	for _, m := range modes {
		y = p.block(y, m, records, modules, scale)
	}
	p.Height = y + plotMargin
	for i, name := range modules {
		c := plotColumn{X: columnX(i), Title: name}
		for power := lowest; power <= highest; power++ {
			s := math.Pow(10, power)
			c.Ticks = append(c.Ticks, plotText{X: c.X + scale(s), Y: plotHead - 5, Text: tick(s)})
		}
		p.Columns = append(p.Columns, c)
	}
	return p
}

// tick formats a power of ten, in seconds.
func tick(s float64) string {
	if s < 1 {
		return fmt.Sprintf("%.0f ms", 1000*s)
	}
	return fmt.Sprintf("%.0f s", s)
}

// columnX is where the bars of column i begin.
func columnX(i int) int { return plotMargin + plotLabels + i*plotColumnWidth }

// block adds the rows of mode m below y, and returns where they end.
func (p *plot) block(y int, m mode, records []record, modules []string, scale func(s float64) int) int {
	var tools []string
	for _, rec := range records {
		for _, r := range rec.Results {
			if rec.Mode == m.name && !slices.Contains(tools, r.Tool) {
				tools = append(tools, r.Tool)
			}
		}
	}
	if len(tools) == 0 {
		return y
	}
	y += plotBlockHead
	p.Labels = append(p.Labels, plotText{plotMargin, y - 8, titleOf(m.name), "mode"})
	for _, tool := range tools {
		class := "peer"
		if tool == tools[0] {
			class = "awserrlint"
		}
		p.Labels = append(p.Labels, plotText{plotMargin + plotLabels - 8, y + plotBar - 2, tool, "tool"})
		for _, rec := range records {
			i := slices.IndexFunc(rec.Results, func(r *result) bool { return r.Tool == tool })
			if rec.Mode != m.name || i < 0 {
				continue
			}
			wall := median(rec.Results[i].Wall)
			b := bar{X: columnX(slices.Index(modules, rec.Module.Name)), Y: y, Width: max(scale(wall), 1), Class: class, Text: seconds(wall)}
			b.TextX, b.TextY = b.X+b.Width+5, y+plotBar-2
			p.Bars = append(p.Bars, b)
		}
		y += plotRow
	}
	return y
}
