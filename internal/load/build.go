package load

import (
	"fmt"
	"strings"
)

// Build describes for which system and with which build tags packages are loaded. Of equal files, plans
// with the same Build take the same.
func (p *Plan) Build() string {
	c := p.tree.Context
	return fmt.Sprint(c.GOOS, "/", c.GOARCH, " cgo=", c.CgoEnabled, " ",
		strings.Join(c.BuildTags, ","), " ", strings.Join(c.ToolTags, ","), " ", strings.Join(c.ReleaseTags, ","))
}
