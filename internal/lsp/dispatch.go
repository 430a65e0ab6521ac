package lsp

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"strconv"

	"github.com/sourcegraph/jsonrpc2"

	"github.com/awserrlint/awserrlint/internal/crash"
	"github.com/awserrlint/awserrlint/internal/lsp/protocol"
)

// requests are what answers the requests of clients, beside the rest of the session.
var requests = map[string]func(*server, context.Context, json.RawMessage) (any, error){
	"textDocument/hover":      request((*server).hover),
	"textDocument/codeAction": request((*server).codeActions),
	"codeAction/resolve":      request((*server).resolve),
}

// notifications are what the notifications of clients do, one after the other.
var notifications = map[string]func(*server, json.RawMessage) error{
	"initialized":                         notification((*server).initialized),
	"$/cancelRequest":                     notification((*server).cancelRequest),
	"textDocument/didOpen":                notification((*server).didOpen),
	"textDocument/didChange":              notification((*server).didChange),
	"textDocument/didSave":                notification((*server).didSave),
	"textDocument/didClose":               notification((*server).didClose),
	"workspace/didChangeWatchedFiles":     notification((*server).didChangeWatchedFiles),
	"workspace/didChangeWorkspaceFolders": notification((*server).didChangeWorkspaceFolders),
}

// request returns f with its parameters decoded.
func request[P any](f func(*server, context.Context, P) (any, error)) func(*server, context.Context, json.RawMessage) (any, error) {
	return func(s *server, ctx context.Context, raw json.RawMessage) (any, error) {
		params, err := decode[P](raw)
		if err != nil {
			return nil, err
		}
		return f(s, ctx, params)
	}
}

// notification returns f with its parameters decoded.
func notification[P any](f func(*server, P) error) func(*server, json.RawMessage) error {
	return func(s *server, raw json.RawMessage) error {
		params, err := decode[P](raw)
		if err != nil {
			return err
		}
		return f(s, params)
	}
}

func decode[P any](raw json.RawMessage) (params P, err error) {
	if len(raw) == 0 {
		return params, nil
	}
	if err := json.Unmarshal(raw, &params); err != nil {
		return params, &jsonrpc2.Error{Code: jsonrpc2.CodeInvalidParams, Message: err.Error()}
	}
	return params, nil
}

// handle handles a message. It returns at once, but for notifications.
func (s *server) handle(ctx context.Context, req *jsonrpc2.Request) {
	var params json.RawMessage
	if req.Params != nil {
		params = *req.Params
	}
	if req.Notif {
		if err := crash.Guard(func() error { return s.notified(req.Method, params) }); err != nil {
			message := err.Error()
			if invalid, ok := errors.AsType[*jsonrpc2.Error](err); ok {
				message = invalid.Message
			}
			s.log(protocol.MessageError, req.Method+": "+message)
		}
		return
	}
	s.mu.Lock()
	state := s.state
	s.mu.Unlock()
	switch {
	case req.Method == "initialize" || req.Method == "shutdown":
		result, err := s.changeState(req.Method, params)
		s.reply(ctx, req.ID, result, err)
		return
	case state == created:
		s.reply(ctx, req.ID, nil, &jsonrpc2.Error{Code: protocol.ServerNotInitialized, Message: "the session has not been initialized"})
		return
	case state == shutDown:
		s.reply(ctx, req.ID, nil, errShutDown)
		return
	}
	f, ok := requests[req.Method]
	if !ok {
		s.reply(ctx, req.ID, nil, &jsonrpc2.Error{Code: jsonrpc2.CodeMethodNotFound, Message: "there is no " + req.Method})
		return
	}
	s.slots <- struct{}{}
	ctx, cancel := context.WithCancel(ctx)
	s.mu.Lock()
	s.running[req.ID] = cancel
	s.mu.Unlock()
	go func() {
		var result any
		err := crash.Guard(func() (err error) {
			result, err = f(s, ctx, params)
			return err
		})
		if ctx.Err() != nil {
			err = &jsonrpc2.Error{Code: protocol.RequestCancelled, Message: "the request was cancelled"}
		}
		s.mu.Lock()
		delete(s.running, req.ID)
		s.mu.Unlock()
		cancel()
		s.reply(context.Background(), req.ID, result, err)
		<-s.slots
	}()
}

var errShutDown = &jsonrpc2.Error{Code: jsonrpc2.CodeInvalidRequest, Message: "the session has been shut down"}

// notified does what a notification asks for. Those that nobody knows are ignored, as the protocol has it.
func (s *server) notified(method string, params json.RawMessage) error {
	s.mu.Lock()
	state := s.state
	s.mu.Unlock()
	if method == "exit" {
		code := 1
		if state == shutDown {
			code = 0
		}
		s.ended <- code
		return nil
	}
	if f, ok := notifications[method]; ok && state == initialized {
		return f(s, params)
	}
	return nil
}

// reply answers a request. That it cannot be sent means that the session ends.
func (s *server) reply(ctx context.Context, id jsonrpc2.ID, result any, err error) {
	if err == nil {
		_ = s.conn.Reply(ctx, id, result)
		return
	}
	failed, ok := errors.AsType[*jsonrpc2.Error](err)
	if !ok {
		failed = &jsonrpc2.Error{Code: jsonrpc2.CodeInternalError, Message: err.Error()}
	}
	_ = s.conn.ReplyWithError(ctx, id, failed)
}

func (s *server) cancelRequest(params protocol.CancelParams) error {
	var id jsonrpc2.ID
	switch v := params.ID.(type) {
	case float64:
		id.Num = uint64(v)
	case string:
		id.Str, id.IsString = v, true
	default:
		return fmt.Errorf("no ID of a request: %s", strconv.Quote(fmt.Sprint(v)))
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if cancel, ok := s.running[id]; ok {
		cancel()
	}
	return nil
}
