package docs

import (
	"encoding/json"
	"flag"
	"strings"

	"github.com/awserrlint/awserrlint/internal/rule"
	"github.com/awserrlint/awserrlint/internal/ruleset"
)

// A schemaNode is a JSON schema with the keywords that settings need.
type schemaNode struct {
	Schema               string                 `json:"$schema,omitempty"`
	Title                string                 `json:"title,omitempty"`
	Description          string                 `json:"description,omitempty"`
	Type                 string                 `json:"type,omitempty"`
	Enum                 []string               `json:"enum,omitempty"`
	Items                *schemaNode            `json:"items,omitempty"`
	AnyOf                []*schemaNode          `json:"anyOf,omitempty"`
	Properties           map[string]*schemaNode `json:"properties,omitempty"`
	AdditionalProperties *bool                  `json:"additionalProperties,omitempty"`
}

// schema returns the JSON schema of .awserrlint.yml, which editors use to complete and check it.
func schema(rules []*rule.Rule) ([]byte, error) {
	set, flags := ruleset.New(rules), flag.NewFlagSet("", flag.ContinueOnError)
	set.Register(flags)
	root := object()
	root.Schema, root.Title = "http://json-schema.org/draft-07/schema#", "Settings of awserrlint"
	words := &schemaNode{Type: "array", Items: &schemaNode{Type: "string"}}
	for _, r := range rules {
		words.Items.Enum = append(words.Items.Enum, r.Analyzer.Name)
	}
	root.Properties["rules"] = &schemaNode{Description: flags.Lookup("rules").Usage, AnyOf: []*schemaNode{words, {Type: "string"}}}
	options := make(map[string]*schemaNode) // by what precedes the dot, usually a rule
	for _, r := range rules {
		name := r.Analyzer.Name
		options[name] = object()
		root.Properties[name] = &schemaNode{
			Description: r.Doc.Compile().Title,
			AnyOf:       []*schemaNode{{Type: "boolean"}, options[name]},
		}
	}
	for _, name := range set.Names() {
		if name == "rules" || set.Rule(name) != nil {
			continue
		}
		node := option(flags.Lookup(name))
		if group, name, ok := strings.Cut(name, "."); ok {
			if name == "severity" {
				node.AnyOf, node.Type, node.Enum = nil, "string", []string{"error", "warning", "info"}
			}
			if options[group] == nil {
				options[group] = object()
				root.Properties[group] = options[group]
			}
			options[group].Properties[name] = node
		} else {
			root.Properties[group] = node
		}
	}
	text, err := json.MarshalIndent(root, "", "\t")
	return append(text, '\n'), err
}

// object returns the schema of a map with known keys.
func object() *schemaNode {
	return &schemaNode{Type: "object", Properties: make(map[string]*schemaNode), AdditionalProperties: new(false)}
}

// option returns the schema of the value of a flag.
func option(f *flag.Flag) *schemaNode {
	node := &schemaNode{Description: strings.ReplaceAll(f.Usage, "`", "")}
	if b, ok := f.Value.(interface{ IsBoolFlag() bool }); ok && b.IsBoolFlag() {
		node.Type = "boolean"
	} else {
		node.AnyOf = []*schemaNode{{Type: "string"}, {Type: "array", Items: &schemaNode{Type: "string"}}}
	}
	return node
}
