package load

import (
	"fmt"
	"maps"
	"slices"
	"strings"
)

// Build describes for which system, with which build tags, and from which modules packages are
// loaded. From equal files, plans with the same Build load the same.
func (p *Plan) Build() string {
	c := p.tree.Context
	var build strings.Builder
	fmt.Fprintln(&build, c.GOOS, c.GOARCH, c.CgoEnabled, strings.Join(c.BuildTags, ","), strings.Join(c.ToolTags, ","), strings.Join(c.ReleaseTags, ","))
	required := p.tree.Required()
	for _, path := range slices.Sorted(maps.Keys(required)) {
		m := required[path]
		fmt.Fprintln(&build, m.Path, m.Version, m.Dir)
	}
	return build.String()
}
