package lsp

import (
	"context"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"time"

	"github.com/awserrlint/awserrlint/internal/crash"
	"github.com/awserrlint/awserrlint/internal/lsp/protocol"
)

// debounce is how long nothing must have changed before an analysis begins. An edit ends what is under way, so that a short one costs only work.
const debounce = 50 * time.Millisecond

// A pending is what has to be analyzed in a unit.
type pending struct {
	folders map[string]bool // of files that were edited, which come first
	whole   bool            // all that can depend on them

	withheld bool // what can depend on the folders, since they are broken
}

// plan returns what is pending in the unit at root. s.mu must be held, as for all that follows but work.
func (s *server) plan(root string) *pending {
	p := s.pending[root]
	if p == nil {
		p = &pending{folders: make(map[string]bool)}
		s.pending[root] = p
	}
	return p
}

// edited plans the analysis of the file called name and of what depends on it.
func (s *server) edited(name string) {
	root := unitOf(name)
	if root == "" {
		return
	}
	p := s.plan(root)
	p.folders[filepath.Dir(name)], p.whole = true, true
}

// knows reports whether something in the unit at root has been, is or will be analyzed.
func (s *server) knows(root string) bool {
	_, done := s.whole[root]
	return done || s.underway[root] != nil || s.pending[root] != nil
}

// analyzeAllUnits plans to begin anew: which files make a unit may have changed as well.
func (s *server) analyzeAllUnits() {
	for root := range s.whole {
		s.plan(root).whole = true
		s.whole[root] = nil
	}
	for name := range s.docs {
		s.edited(name)
	}
}

// begin begins an analysis of what is pending, after wait.
func (s *server) begin(wait time.Duration) {
	s.due = time.Now().Add(wait)
	select {
	case s.wake <- struct{}{}:
	default: // it will look anyway
	}
}

// interrupt ends the analysis that is under way, and begins one after wait: folders of files that were edited come
// first there. What is done by then is not done again.
func (s *server) interrupt(wait time.Duration) {
	if s.cancel != nil {
		s.cancel()
	}
	s.begin(wait)
}

// work analyzes what is pending, until ctx is done.
func (s *server) work(ctx context.Context) {
	for {
		select {
		case <-ctx.Done():
			return
		case <-s.wake:
		}
		for wait := s.wait(); wait > 0; wait = s.wait() {
			select {
			case <-ctx.Done():
				return
			case <-time.After(wait):
			}
		}
		s.round(ctx)
	}
}

// wait returns how long it takes until the next analysis is due.
func (s *server) wait() time.Duration {
	s.mu.Lock()
	defer s.mu.Unlock()
	return time.Until(s.due)
}

// A snapshot is what one round analyzes.
type snapshot struct {
	docs    map[string]*document
	overlay map[string][]byte // the texts of those that are not saved
	pending map[string]*pending
}

// round analyzes what is pending. What it does not come to is pending again, and somebody has called begin.
func (s *server) round(ctx context.Context) {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	s.mu.Lock()
	snap := &snapshot{docs: maps.Clone(s.docs), pending: s.pending}
	s.pending, s.underway = make(map[string]*pending), s.pending
	s.cancel = cancel
	s.mu.Unlock()
	snap.overlay = unsaved(snap.docs)

	roots := slices.Sorted(maps.Keys(snap.pending))
	for _, phase := range []func(context.Context, *snapshot, string, *pending) error{s.analyzeFolders, s.analyzeWhole} {
		for _, root := range roots {
			if ctx.Err() != nil {
				break
			}
			err := crash.Guard(func() error { return phase(ctx, snap, root, snap.pending[root]) })
			if err != nil && ctx.Err() == nil {
				s.log(protocol.MessageError, err.Error())
			}
		}
	}

	s.mu.Lock()
	defer s.mu.Unlock()
	s.cancel, s.underway = nil, nil
	for root, p := range snap.pending {
		if len(p.folders) > 0 || p.whole {
			now := s.plan(root)
			maps.Copy(now.folders, p.folders)
			now.whole = now.whole || p.whole
		}
	}
}

// unsaved returns the texts of documents that differ from what is on the disk.
func unsaved(docs map[string]*document) map[string][]byte {
	overlay := make(map[string][]byte)
	for name, d := range docs {
		if data, err := os.ReadFile(name); err != nil || string(data) != d.text {
			overlay[name] = []byte(d.text)
		}
	}
	return overlay
}
