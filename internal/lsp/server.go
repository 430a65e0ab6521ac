package lsp

import (
	"context"
	"flag"
	"io"
	"sync"
	"time"

	"github.com/sourcegraph/jsonrpc2"

	"github.com/awserrlint/awserrlint/internal/cache"
	"github.com/awserrlint/awserrlint/internal/engine"
	"github.com/awserrlint/awserrlint/internal/errorscmd"
	"github.com/awserrlint/awserrlint/internal/lsp/protocol"
	"github.com/awserrlint/awserrlint/internal/printable"
	"github.com/awserrlint/awserrlint/internal/ruleset"
)

// A Config says what a server runs.
type Config struct {
	Rules     *ruleset.Set
	Flags     *flag.FlagSet // with the flags of Rules, parsed: they take precedence over settings
	BuildTags string        // as of go build's -tags
	Cache     *cache.Cache  // of results; nil if there is none

	debounce time.Duration // 0 for the usual one
}

// A server is the state of a session with one client.
type server struct {
	Config
	conn   *jsonrpc2.Conn
	memory *engine.Memory
	wake   chan struct{} // has an element when there may be something pending
	slots  chan struct{} // limits the requests that run at a time
	ended  chan int      // gets the exit code when the client says exit

	analyzing  sync.Mutex // is held where rules run, before all others
	loading    sync.Mutex // is held where a package is loaded for a request, before mu
	publishing sync.Mutex // is held where diagnostics are made and sent, before mu

	mu       sync.Mutex // guards what follows
	state    state
	encoding protocol.Encoding
	client   protocol.ClientCapabilities
	resolves bool                         // the client asks for edits of actions
	docs     map[string]*document         // by file name
	running  map[jsonrpc2.ID]func()       // cancels requests
	pending  map[string]*pending          // by the root of a unit
	due      time.Time                    // when the next analysis is to begin
	underway map[string]*pending          // what is being analyzed
	cancel   context.CancelFunc           // of the analysis that runs, if any
	news     chan struct{}                // closed, and replaced, when something has been analyzed
	whole    map[string]map[string]bool   // units that have been analyzed as a whole, with folders that were broken then
	files    map[string]*file             // with diagnostics, by name
	settings map[string]map[string]string // diagnostics of files of settings as they were sent, as JSON, by the root of a unit
	told     map[string]bool              // messages
	modules  map[string]*errorscmd.Module // of services, by folder
	loaded   *loaded                      // the package that was asked about last
}

// A state is how far a session is.
type state int

const (
	created state = iota
	initialized
	shutDown
)

// maxRequests is how many requests run at a time. Others wait.
const maxRequests = 8

// grace is how long an analysis may take to end when the session ends. Nothing ends the type check of a huge function before it is done,
// but the process.
const grace = time.Second

// Serve talks to a client over in and out until the client says exit, the connection ends or ctx is done. It returns the
// exit code that the protocol wants: 0 after a proper end, 1 else.
func Serve(ctx context.Context, in io.ReadCloser, out io.WriteCloser, cfg Config) int {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	if cfg.debounce == 0 {
		cfg.debounce = debounce
	}
	s := &server{
		Config: cfg,
		memory: engine.NewMemory(),
		wake:   make(chan struct{}, 1),
		slots:  make(chan struct{}, maxRequests),
		ended:  make(chan int, 1),

		encoding: protocol.UTF16,
		docs:     make(map[string]*document),
		running:  make(map[jsonrpc2.ID]func()),
		pending:  make(map[string]*pending),
		whole:    make(map[string]map[string]bool),
		files:    make(map[string]*file),
		settings: make(map[string]map[string]string),
		news:     make(chan struct{}),
		told:     make(map[string]bool),
		modules:  make(map[string]*errorscmd.Module),
	}
	ready := make(chan struct{})
	s.conn = jsonrpc2.NewConn(ctx, jsonrpc2.NewBufferedStream(stdio{in, out}, jsonrpc2.VSCodeObjectCodec{}),
		handler(func(ctx context.Context, req *jsonrpc2.Request) {
			<-ready
			s.handle(ctx, req)
		}))
	close(ready)
	done := make(chan struct{})
	go func() {
		defer close(done)
		s.work(ctx)
	}()
	code := 1
	select {
	case code = <-s.ended:
	case <-s.conn.DisconnectNotify():
		select {
		case code = <-s.ended: // both at once
		default:
		}
	case <-ctx.Done():
	}
	cancel()
	s.conn.Close()
	select {
	case <-done:
	case <-time.After(grace):
	}
	return code
}

// A stdio is a connection by two streams.
type stdio struct {
	io.ReadCloser
	out io.WriteCloser
}

func (s stdio) Write(p []byte) (int, error) { return s.out.Write(p) }

func (s stdio) Close() error {
	err := s.ReadCloser.Close()
	if closing := s.out.Close(); err == nil {
		err = closing
	}
	return err
}

// A handler handles messages in the order in which they come.
type handler func(context.Context, *jsonrpc2.Request)

// Handle implements jsonrpc2.Handler.
func (h handler) Handle(ctx context.Context, _ *jsonrpc2.Conn, req *jsonrpc2.Request) { h(ctx, req) }

// notify sends a notification. That it cannot be sent means that the session ends.
func (s *server) notify(method string, params any) {
	_ = s.conn.Notify(context.Background(), method, params)
}

// log writes a message to the client's log, once in a session.
func (s *server) log(kind protocol.MessageType, message string) {
	s.tell("window/logMessage", kind, message)
}

// show shows a message to the user, once in a session.
func (s *server) show(kind protocol.MessageType, message string) {
	s.tell("window/showMessage", kind, message)
}

// maxTold is how many different messages a session tells, whatever goes wrong in it.
const maxTold = 1000

func (s *server) tell(method string, kind protocol.MessageType, message string) {
	message = printable.Lines(message)
	s.mu.Lock()
	said := s.told[message] || len(s.told) >= maxTold
	s.told[message] = true
	s.mu.Unlock()
	if !said {
		s.notify(method, protocol.MessageParams{Type: kind, Message: message})
	}
}
