// Package plugin makes awserrlint a module plugin of golangci-lint, see
// https://golangci-lint.run/plugins/module-plugins/.
//
// Its settings have the names of the flags of the awserrlint command.
package plugin
