package errflow

import (
	"go/types"
	"slices"
	"strings"

	"github.com/awserrlint/awserrlint/internal/awspath"
	"github.com/awserrlint/awserrlint/internal/awssdk"
	"github.com/awserrlint/awserrlint/internal/awssdk/model"
	"github.com/awserrlint/awserrlint/internal/knowledge"
)

// Service returns what the source of the service package of o says, in the version
// that the program compiles against. It returns nil where no source can be read.
func (p *Package) Service(o Origin) *model.Service {
	if o.File == "" || o.Generation != 2 {
		return nil
	}
	svc, err := model.Open(o.File, p.dir)
	if err != nil {
		return nil
	}
	return svc
}

// AsksUser reports whether an operation of o can fail because of what somebody who uses the program has given: a password, or
// whatever signs in.
func (p *Package) AsksUser(o Origins) bool {
	return slices.ContainsFunc(o.Ops, func(op Origin) bool {
		if op.Generation == 1 {
			return model.IsAnonymousInV1(op.File, p.dir, op.Name)
		}
		svc := p.Service(op)
		return svc != nil && svc.AsksUser(op.Name)
	})
}

// KeepOnlyText reports whether all operations that an error with the origins o comes from put no more than the text of AWS errors into it,
// and it comes from nowhere else.
func (p *Package) KeepOnlyText(o Origins) bool {
	return o.AWS() && !o.Unknown && !slices.ContainsFunc(o.Ops, func(op Origin) bool { return !p.keepsOnlyText(op) })
}

// keepsOnlyText reports whether o puts no more than the text of AWS errors into those that it returns,
// as far as the source of its version tells.
func (p *Package) keepsOnlyText(o Origin) bool {
	return o.Form == awssdk.Feature && o.File != "" && knowledge.TransfersDirectory(o.Service+"."+o.Name) && model.KeepsOnlyText(o.File, p.dir)
}

// ServiceOf returns the same for the service of the operation that s performs.
func (p *Package) ServiceOf(s *Site) *model.Service { return p.Service(newOrigin(s.Op, p.Fset)) }

// ServiceOfType returns the same for the service package that declares the type, or whose package of
// types does.
func (p *Package) ServiceOfType(typ *types.TypeName) *model.Service {
	file := p.Fset.File(typ.Pos())
	if file == nil {
		return nil
	}
	svc, err := model.Open(file.Name(), p.dir)
	if err != nil {
		return nil
	}
	return svc
}

// ImportedServices returns the service packages of SDK v2 that the package imports, or whose types
// it imports, as far as their source can be read.
func (p *Package) ImportedServices() []*model.Service {
	var services []*model.Service
	for _, imp := range p.Types.Imports() {
		if awspath.Generation(strings.TrimSuffix(imp.Path(), "/types")) != 2 {
			continue
		}
		for _, name := range imp.Scope().Names() {
			file := p.Fset.File(imp.Scope().Lookup(name).Pos())
			if file == nil {
				continue
			}
			if svc, err := model.Open(file.Name(), p.dir); err == nil && !slices.Contains(services, svc) {
				services = append(services, svc)
			}
			break
		}
	}
	return services
}
