package errorscmd

import (
	"cmp"
	"encoding/json"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"text/tabwriter"

	"golang.org/x/mod/semver"

	"github.com/awserrlint/awserrlint/internal/awssdk/model"
	"github.com/awserrlint/awserrlint/internal/printable"
)

// A search is what services do with a code. The fields are the JSON format.
type search struct {
	Code     string      `json:"code"`
	Searched string      `json:"searched"` // "module" or "module cache"
	Services []string    `json:"services"` // that were searched: s3@v1.114.8
	Absent   []string    `json:"absent"`   // of the module, but not in the module cache, so not searched
	Unread   []string    `json:"unread"`   // of a form that awserrlint does not know
	Found    []searchHit `json:"found"`
}

// A searchHit is one way in which a service has the code.
type searchHit struct {
	Service    string         `json:"service"`
	Version    string         `json:"version"`
	Type       string         `json:"type,omitempty"`
	TypeCode   string         `json:"typeCode,omitempty"` // what ErrorCode of the type returns, if that is another code
	Why        model.Evidence `json:"why"`
	Source     string         `json:"source,omitempty"`
	Operations []string       `json:"operations,omitempty"` // nil for all
}

// A serviceModule is a module of a service package. Dir is "" if it is not in the module cache.
type serviceModule struct{ Path, Version, Dir string }

// newSearch looks for code in all services that the module of dir requires or, where there is none,
// in the newest versions in the module cache. It downloads nothing.
func newSearch(dir, code string) (*search, error) {
	s := &search{Code: code, Searched: "module", Services: []string{}, Absent: []string{}, Unread: []string{}, Found: []searchHit{}}
	inModule, err := inModule(dir)
	if err != nil {
		return nil, err
	}
	list := modulesOf
	if !inModule {
		s.Searched, list = "module cache", modulesInCache
	}
	modules, err := list(dir)
	if err != nil {
		return nil, err
	}
	for _, m := range modules {
		name := path.Base(m.Path) + "@" + m.Version
		if m.Dir == "" {
			s.Absent = append(s.Absent, name)
			continue
		}
		service, err := model.Load(m.Dir)
		if err == nil {
			err = s.look(service)
		}
		if err != nil {
			s.Unread = append(s.Unread, name)
			continue
		}
		s.Services = append(s.Services, name)
	}
	if len(s.Services) == 0 {
		return nil, fmt.Errorf("no service package of SDK v2 to search in the %s", s.Searched)
	}
	return s, nil
}

// modulesOf returns the service modules in the build list of the module of dir.
func modulesOf(dir string) ([]serviceModule, error) {
	out, err := goCommand(dir, "list", "-mod=readonly", "-m", "-json=Path,Version,Dir", "all")
	if err != nil {
		return nil, err
	}
	var all []serviceModule
	for dec := json.NewDecoder(strings.NewReader(out)); ; {
		var m serviceModule
		if err := dec.Decode(&m); err == io.EOF {
			return all, nil
		} else if err != nil {
			return nil, err
		}
		if name, ok := strings.CutPrefix(m.Path, servicePrefix); ok && serviceName().MatchString(name) {
			all = append(all, m)
		}
	}
}

// modulesInCache returns the newest version of each service module in the module cache.
func modulesInCache(dir string) ([]serviceModule, error) {
	cache, err := goCommand(dir, "env", "GOMODCACHE")
	if err != nil {
		return nil, err
	}
	folder := filepath.Join(cache, filepath.FromSlash(servicePrefix))
	entries, err := os.ReadDir(folder)
	if err != nil && !os.IsNotExist(err) {
		return nil, err
	}
	newest := make(map[string]string) // version by name
	for _, e := range entries {
		name, version, ok := strings.Cut(e.Name(), "@")
		if ok && e.Type() == fs.ModeDir && serviceName().MatchString(name) && semver.Compare(version, newest[name]) > 0 {
			newest[name] = version
		}
	}
	var all []serviceModule
	for name, version := range newest {
		all = append(all, serviceModule{servicePrefix + name, version, filepath.Join(folder, name+"@"+version)})
	}
	slices.SortFunc(all, func(a, b serviceModule) int { return cmp.Compare(a.Path, b.Path) })
	return all, nil
}

// look adds what the service does with the code.
func (s *search) look(service *model.Service) error {
	errs, err := service.AllErrors()
	if err != nil {
		return err
	}
	operations, err := service.Operations()
	if err != nil {
		return err
	}
	hits := len(s.Found)
	add := func(h searchHit) {
		h.Service, h.Version = service.Name, service.Version
		s.Found = append(s.Found, h)
	}
	for _, e := range errs {
		if !e.Named(s.Code) {
			continue
		}
		h := searchHit{Type: e.Type, Why: model.ByService}
		if s.Code != e.Code && s.Code != e.DefaultCode {
			h.TypeCode = e.Code
		}
		if service.Decoder == model.PerOperation {
			users, err := operationsByType(service, operations)
			if err != nil {
				return err
			}
			if h.Operations = users[e.Type]; len(h.Operations) == 0 {
				continue // of event streams, or of nothing
			}
			h.Why = model.ByOperation
		}
		add(h)
	}
	if slices.ContainsFunc(s.Found[hits:], func(h searchHit) bool { return h.Operations == nil && h.TypeCode == "" }) {
		return nil // all operations have the type
	}
	unmodelled := searchHit{Why: model.ByPage}
	for _, op := range operations {
		for _, m := range meanings {
			signs, err := service.Signs(op, m.meaning)
			if err != nil {
				return err
			}
			if i := slices.IndexFunc(signs, func(sign model.Sign) bool { return sign.Type == "" && sign.Code == s.Code }); i >= 0 {
				unmodelled.Why, unmodelled.Source = signs[i].Why, signs[i].Source
				unmodelled.Operations = append(unmodelled.Operations, op)
			}
		}
	}
	if page := service.DocumentedAt(s.Code); len(unmodelled.Operations) > 0 || page != "" {
		if unmodelled.Source == "" || len(unmodelled.Operations) == len(operations) {
			unmodelled.Source, unmodelled.Operations = cmp.Or(unmodelled.Source, page), nil
		}
		add(unmodelled)
	}
	return nil
}

func (s *search) writeText(w io.Writer) error {
	var b strings.Builder
	if len(s.Found) > 0 {
		fmt.Fprintf(&b, "%s\n\n", s.Code)
		t := tabwriter.NewWriter(&b, 0, 8, 2, ' ', 0)
		fmt.Fprintln(t, "SERVICE\tVERSION\tMATCH\tOPERATIONS\tWHY")
		for _, h := range s.Found {
			match, operations := matchOf(h.Type), "all"
			if h.TypeCode != "" {
				match += ", whose code is " + h.TypeCode
			}
			if h.Operations != nil {
				operations = shortened(h.Operations)
			}
			fmt.Fprintf(t, "%s\t%s\t%s\t%s\t%s\n", h.Service, cmp.Or(h.Version, "-"), match, operations, reason(h.Why, h.Source))
		}
		t.Flush() // to memory
		b.WriteString("\n")
	}
	for _, note := range s.notes() {
		fmt.Fprintf(&b, "%s\n", note)
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// notes returns what was searched, and what that means.
func (s *search) notes() []string {
	var notes []string
	if len(s.Found) == 0 {
		notes = append(notes, "No service here models "+printable.Line(s.Code)+", and awserrlint knows no page of AWS on which one of them sends it.")
	}
	where := "of the module's build list"
	if s.Searched != "module" {
		where = "in the module cache, in its newest version, since there is no Go module in this folder"
	}
	notes = append(notes, fmt.Sprintf("Searched: each service %s (%d): %s.", where, len(s.Services), strings.Join(s.Services, ", ")))
	if len(s.Absent) > 0 {
		notes = append(notes, "Not searched, since they are not in the module cache: "+strings.Join(s.Absent, ", ")+".")
	}
	if len(s.Unread) > 0 {
		notes = append(notes, "Not searched, since their source has an unknown form: "+strings.Join(s.Unread, ", ")+".")
	}
	return append(notes, "Services send codes that neither their models nor these pages have.")
}
