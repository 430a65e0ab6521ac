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
	PatternProperties    map[string]*schemaNode `json:"patternProperties,omitempty"`
	Required             []string               `json:"required,omitempty"`
	AdditionalProperties *bool                  `json:"additionalProperties,omitempty"`
}

// schema returns the JSON schema of .awserrlint.yml, which editors use to complete and check it.
func schema(rules []*rule.Rule) ([]byte, error) {
	set, flags := ruleset.New(rules), flag.NewFlagSet("", flag.ContinueOnError)
	set.Register(flags)
	root := object()
	root.Schema, root.Title = "http://json-schema.org/draft-07/schema#", "Settings of awserrlint"
	root.Type = []string{"object", "null"} // an empty file is fine
	root.Properties["rules"] = choiceOfRules(set, flags.Lookup("rules"))
	options := make(map[string]*schemaNode) // by what precedes the dot, usually a rule or a group
	some := object()                        // the settings for some files
	severity := value(flags.Lookup(rule.Lost + ".severity"))
	for _, name := range set.RuleNames() {
		options[name] = object()
		root.Properties[name] = switchable(about(set, name), options[name])
		addSeverity(some, name, about(set, name), severity)
	}
	for _, name := range rule.Groups() {
		root.Properties[name+".severity"], options[name].Properties["severity"] = severity, severity
	}
	addGlobs(root, severity)
	addGlobs(some, severity)
	some.Properties["rules"] = root.Properties["rules"]
	some.Properties["files"], some.Required = someFiles(flags), []string{"files"}
	root.Properties["overrides"] = &schemaNode{
		Description: "which rules run in some files, and how severe their findings are; a later element counts more",
		Type:        "array", Items: some,
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

// about returns what the rule or group called name finds.
func about(set *ruleset.Set, name string) string {
	if r := set.Rule(name); r != nil {
		return r.Doc.Compile().Title
	}
	return "all rules of the group " + name
}

// switchable returns the schema of what can be on or off, or have options.
func switchable(about string, options *schemaNode) *schemaNode {
	return &schemaNode{Description: about, AnyOf: []*schemaNode{{Type: "boolean"}, options}}
}

// addSeverity adds to node that name can be on or off, or have a severity.
func addSeverity(node *schemaNode, name, about string, severity *schemaNode) {
	options := object()
	options.Properties["severity"] = severity
	node.Properties[name] = switchable(about, options)
	node.Properties[name+".severity"] = severity
}

// addGlobs adds to node that globs of rules can be on or off, or have a severity.
func addGlobs(node, severity *schemaNode) {
	options := object()
	options.Properties["severity"] = severity
	node.PatternProperties = map[string]*schemaNode{
		"^" + ruleset.Glob + "$":           switchable("all rules that the glob matches", options),
		"^" + ruleset.Glob + `\.severity$`: severity,
	}
}

// someFiles returns the schema of the globs of an override: those of -exclude, but at least one.
func someFiles(flags *flag.FlagSet) *schemaNode {
	node := list(option.Of(flags.Lookup("exclude")).Word, 1)
	node.Description = "globs of files, such as internal/legacy/**"
	return node
}

// object returns the schema of a map with known keys.
func object() *schemaNode {
	return &schemaNode{Type: "object", Properties: make(map[string]*schemaNode), AdditionalProperties: new(false)}
}

// choiceOfRules returns the schema of the value of f, the flag -rules.
func choiceOfRules(set *ruleset.Set, f *flag.Flag) *schemaNode {
	node := list(option.Of(f).Word, 1)
	node.Description = usage(f)
	names := new(schemaNode) // which editors offer
	names.Enum = set.RuleNames()
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
