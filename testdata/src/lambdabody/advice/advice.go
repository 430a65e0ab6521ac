// Package advice shows errors of AWS to clients where one thing or another is to be done about it.
package advice

import (
	"errors"
	"fmt"
	"log"
	"log/slog"
	"net/http"

	"github.com/gin-gonic/gin"

	"example.com/fixtures/lambdabody/advice/queue"
)

type server struct{ queue *queue.Queue }

// The text goes on where the error does not.
func (s *server) texts(w http.ResponseWriter, r *http.Request) {
	if err := s.queue.Send(r.Context(), "a"); err != nil {
		http.Error(w, err.Error(), 500) // want `the text of err, which can come from sqs.SendMessage; log it and send a fixed message`
	}
	if err := s.queue.Receive(r.Context()); err != nil {
		http.Error(w, err.Error(), 500) // want `the text of err, which can come from sqs.ReceiveMessage; log it and send a fixed message`
	}
	if err := s.queue.Delete(r.Context()); err != nil {
		http.Error(w, err.Error(), 500) // says "delete"
	}
	if err := s.queue.Purge(r.Context()); err != nil {
		http.Error(w, err.Error(), 500) // says "purge"
	}
}

// A decoder is not what readers want to know of.
func (s *server) decodes(w http.ResponseWriter, r *http.Request) {
	if _, err := s.queue.List(r.Context()); err != nil {
		http.Error(w, err.Error(), 500) // want `can come from dynamodb.Scan; log it`
	}
}

func (s *server) logged(w http.ResponseWriter, r *http.Request) {
	if err := s.queue.Send(r.Context(), "a"); err != nil {
		log.Println("send:", err)
		http.Error(w, err.Error(), 500) // want `sqs.SendMessage; send a fixed message`
	}
	err := s.queue.Send(r.Context(), "a")
	if err != nil {
		slog.ErrorContext(r.Context(), "send", "error", err)
	}
	if err != nil {
		fmt.Fprintf(w, "failed: %v", err) // want `sqs.SendMessage; send a fixed message`
	}
	if err := s.queue.Logged(r.Context()); err != nil {
		http.Error(w, err.Error(), 500) // want `sqs.ReceiveMessage; send a fixed message`
	}
	if err := s.queue.Send(r.Context(), "a"); err != nil {
		http.Error(w, err.Error(), 500) // want `sqs.SendMessage; log it and send a fixed message`
		log.Println("that was it")
	}
	if err := s.queue.Send(r.Context(), "a"); err != nil {
		http.Error(w, err.Error(), 500) // want `sqs.SendMessage; send a fixed message`
		log.Println(err)
	}
}

// fail is only called where the error has been logged.
func fail(w http.ResponseWriter, err error) {
	http.Error(w, err.Error(), 500) // want `sqs.SendMessage; send a fixed message`
}

func (s *server) logsFirst(w http.ResponseWriter, r *http.Request) {
	if err := s.queue.Send(r.Context(), "a"); err != nil {
		log.Print(err)
		fail(w, err)
	}
	if err := s.queue.Send(r.Context(), "b"); err != nil {
		log.Print(err)
		fail(w, err)
	}
}

// gin's logger prints what the handler leaves.
func leave(c *gin.Context, err error) {
	_ = c.Error(err)
	c.JSON(500, gin.H{"error": err.Error()}) // want `sqs.SendMessage; send a fixed message`
}

func (s *server) leaves(c *gin.Context) {
	if err := s.queue.Send(c, "b"); err != nil {
		slog.ErrorContext(c, "send", "error", err)
		c.JSON(500, gin.H{"error": err.Error()}) // want `sqs.SendMessage; send a fixed message`
	}
	if err := s.queue.Send(c, "a"); err != nil {
		leave(c, err)
	}
}

var errLimit = errors.New("limit must be between 1 and 100")

// Clients have to read most of what this sends.
func respond(c *gin.Context, err error) {
	log.Print(err)
	code := 500
	if errors.Is(err, errLimit) {
		code = 400
	}
	c.JSON(code, gin.H{"error": err.Error()}) // want `sqs.SendMessage; show only the program's own errors`
}

func (s *server) words(c *gin.Context) {
	if c.Query("limit") == "" {
		respond(c, errors.New("limit is missing"))
		return
	}
	if c.Query("limit") == "1000" {
		respond(c, errLimit)
		return
	}
	if err := s.queue.Send(c, "a"); err != nil {
		respond(c, err)
	}
}

type failure struct {
	Error string `json:"error"`
}

func newFailure(err error) failure {
	return failure{err.Error()} // want `sqs.SendMessage; show only the program's own errors`
}

func send(c *gin.Context, code int, body any) {
	if err, ok := body.(error); ok {
		body = newFailure(err)
	}
	c.JSON(code, body)
}

func (s *server) sends(c *gin.Context) {
	if c.Query("id") == "" {
		send(c, 400, errors.New("id is missing"))
		return
	}
	if err := s.queue.Send(c, "a"); err != nil {
		send(c, 500, err)
		return
	}
	send(c, 200, gin.H{"ok": true})
}

func respondError(w http.ResponseWriter, code int, text string) {
	if code >= 500 {
		log.Println("responding with an error:", text)
	}
	http.Error(w, text, code)
}

func logError(r *http.Request, err error) { log.Printf("%s: %v", r.URL.Path, err) }

func (s *server) byHelpers(w http.ResponseWriter, r *http.Request) {
	if err := s.queue.Send(r.Context(), "a"); err != nil {
		respondError(w, 500, err.Error()) // want `sqs.SendMessage; send a fixed message`
	}
	if err := s.queue.Send(r.Context(), "a"); err != nil {
		logError(r, err)
		http.Error(w, err.Error(), 500) // want `sqs.SendMessage; send a fixed message`
	}
}
