package docs

import (
	"encoding/json"
	"flag"
	"fmt"
	"slices"
	"strings"

	"github.com/awserrlint/awserrlint/internal/option"
	"github.com/awserrlint/awserrlint/internal/rule"
	"github.com/awserrlint/awserrlint/internal/ruleset"
)

// A schemaNode is a JSON schema with the keywords that settings need.
type schemaNode struct {
	Schema               string                 `json:"$schema,omitempty"`
	Title                string                 `json:"title,omitempty"`
	Description          string                 `json:"description,omitempty"`
	Type                 any                    `json:"type,omitempty"` // a string, or several
	Enum                 []string               `json:"enum,omitempty"`
	Pattern              string                 `json:"pattern,omitempty"`
	Items                *schemaNode            `json:"items,omitempty"`
	Contains             *schemaNode            `json:"contains,omitempty"`
	MinItems             int                    `json:"minItems,omitempty"`
	MaxItems             int                    `json:"maxItems,omitempty"`
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
	root.Type = []string{"object", "null"} // an empty file is fine
	root.Properties["rules"] = choiceOfRules(flags.Lookup("rules"), rules)
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
		node := value(flags.Lookup(name))
		root.Properties[name] = node // also discarded.severity, as "awserrlint config" prints it
		if group, below, ok := strings.Cut(name, "."); ok {
			if options[group] == nil {
				options[group] = object()
				root.Properties[group] = options[group]
			}
			options[group].Properties[below] = node
		}
	}
	text, err := json.MarshalIndent(root, "", "\t")
	return append(text, '\n'), err
}

// object returns the schema of a map with known keys.
func object() *schemaNode {
	return &schemaNode{Type: "object", Properties: make(map[string]*schemaNode), AdditionalProperties: new(false)}
}

// choiceOfRules returns the schema of the value of f, the flag -rules.
func choiceOfRules(f *flag.Flag, rules []*rule.Rule) *schemaNode {
	node := list(option.Of(f).Word, 1)
	node.Description = usage(f)
	names := new(schemaNode) // which editors offer
	for _, r := range rules {
		names.Enum = append(names.Enum, r.Analyzer.Name)
	}
	items := node.AnyOf[0]
	items.Items = &schemaNode{AnyOf: []*schemaNode{names, items.Items}}
	return node
}

// value returns the schema of the value of a flag.
func value(f *flag.Flag) *schemaNode {
	var node *schemaNode
	switch takes := option.Of(f); {
	case takes.Bool:
		node = &schemaNode{Type: "boolean"}
	case takes.Choices != nil:
		node = &schemaNode{Enum: takes.Choices}
	case takes.Count > 0:
		node = someNames(takes.Count)
	case takes.List:
		node = list(takes.Word, 0)
	case takes.Word != "":
		node = &schemaNode{Type: "string", Pattern: "^(?:" + word(takes.Word) + ")?$"}
	default:
		node = &schemaNode{Type: "string"}
	}
	node.Description = usage(f)
	return node
}

func usage(f *flag.Flag) string { return strings.ReplaceAll(f.Usage, "`", "") }

// word returns a regular expression for a word between commas.
func word(re string) string { return " *(?:" + re + ") *" }

// list returns the schema of a list of words, which may be in one text.
func list(re string, least int) *schemaNode {
	words := fmt.Sprintf("(?:%[1]s(?:,%[1]s)*)", word(re))
	if least == 0 {
		words += "?"
	}
	return &schemaNode{AnyOf: []*schemaNode{
		{Type: "array", Items: &schemaNode{Type: "string", Pattern: "^" + word(re) + "$"}, MinItems: least},
		{Type: "string", Pattern: "^" + words + "$"},
	}}
}

// someNames returns the schema of n names, of which some, but not all, may be empty.
func someNames(n int) *schemaNode {
	const any, some = "[^,]*", "[^,]*[^, ][^,]*"
	var forms []string
	for i := range n {
		parts := slices.Repeat([]string{any}, n)
		parts[i] = some
		forms = append(forms, strings.Join(parts, ","))
	}
	return &schemaNode{AnyOf: []*schemaNode{
		{Type: "array", Items: &schemaNode{Type: "string", Pattern: "^" + any + "$"}, Contains: &schemaNode{Pattern: "[^ ]"}, MinItems: n, MaxItems: n},
		{Type: "string", Pattern: "^(?:" + strings.Join(forms, "|") + ")$"},
	}}
}
