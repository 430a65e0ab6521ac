package model

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"

	"github.com/awserrlint/awserrlint/internal/lazyregexp"
	"github.com/awserrlint/awserrlint/internal/readfile"
)

// A Service is the source of an SDK service package. It reads what it is asked
// for, once, and may be used concurrently.
type Service struct {
	Name    string // name of the package, such as "s3"
	Version string // version of the module, such as "v1.114.9"; "" where the source does not tell it
	Dir     string // folder of the source
	Decoder Decoder

	protocol   Protocol
	retryCodes []string // error codes that this client retries, besides those of the SDK

	// Each reads its file when first called.
	ops      func() ([]string, error)          // the folder: names of operations, sorted
	types    func() ([]Error, error)           // types/errors.go
	decoders func() (map[string][]byte, error) // deserializers.go: the text by operation
	heads    func() (map[string]bool, error)   // serializers.go: the operations sent as HEAD
	registry func() (registry, error)          // type_registry.go and schemas/

	operations sync.Map // name -> operationErrors
	paginators sync.Map // name -> pagination
}

type operationErrors struct {
	errs []Error
	err  error
}

// ErrNoOperation says that a service has no operation of that name.
var ErrNoOperation = errors.New("no such operation")

// Load opens the service package in dir. It fails where dir holds none, or one of a
// form that it does not know.
func Load(dir string) (*Service, error) {
	client, err := readfile.All(filepath.Join(dir, "api_client.go"))
	if err != nil {
		return nil, fmt.Errorf("no service package of the AWS SDK: %w", err)
	}
	s := &Service{Dir: dir, Version: moduleVersion(dir)}
	if m := packageClause().FindSubmatch(client); m != nil {
		s.Name = string(m[1])
	}
	for _, m := range addedRetryCode().FindAllSubmatch(client, -1) {
		s.retryCodes = append(s.retryCodes, string(m[1]))
	}
	perOperation, registry := exists(dir, "deserializers.go"), exists(dir, "type_registry.go")
	switch {
	case perOperation == registry:
		return nil, fmt.Errorf("%s: an unknown form of service package", dir)
	case registry:
		s.Decoder = ServiceWide
		s.protocol = protocolOfClient(client)
	default:
		s.Decoder = PerOperation
		if s.protocol, err = protocolOfDecoder(filepath.Join(dir, "deserializers.go")); err != nil {
			return nil, err
		}
	}
	if s.protocol == "" {
		return nil, fmt.Errorf("%s: an unknown protocol", dir)
	}
	s.ops = sync.OnceValues(s.readOperations)
	s.types = sync.OnceValues(s.readTypes)
	s.decoders = sync.OnceValues(s.readDecoders)
	s.heads = sync.OnceValues(s.readHeads)
	s.registry = sync.OnceValues(s.readRegistered)
	return s, nil
}

var (
	packageClause  = lazyregexp.New(`(?m)^package (\w+)`)
	moduleConst    = lazyregexp.New(`(?m)^const goModuleVersion = "(.+)"`)
	addedRetryCode = lazyregexp.New(`retry\.AddWithErrorCodes\(o\.Retryer, "(\w+)"\)`)
)

func exists(elem ...string) bool {
	_, err := os.Stat(filepath.Join(elem...))
	return err == nil
}

// moduleVersion returns the version of the service module in dir, which also stands
// in its source: a vendored folder does not have it in its name.
func moduleVersion(dir string) string {
	if _, v, ok := strings.Cut(filepath.Base(dir), "@"); ok {
		return v
	}
	src, err := readfile.All(filepath.Join(dir, "go_module_metadata.go"))
	if err != nil {
		return ""
	}
	if m := moduleConst().FindSubmatch(src); m != nil {
		return "v" + string(m[1])
	}
	return ""
}

// Protocol returns the protocol that the client speaks.
func (s *Service) Protocol() Protocol { return s.protocol }

// Operations returns the names of the service's operations, sorted. Callers must not
// change the result.
func (s *Service) Operations() ([]string, error) { return s.ops() }
