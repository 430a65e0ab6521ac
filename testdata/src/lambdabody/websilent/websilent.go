// Package websilent keeps the texts of AWS errors from its clients, or shows them to others.
package websilent

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"log"
	"net/http"
	"net/http/httptest"
	"os"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/smithy-go"
	"github.com/gin-gonic/gin"
	"github.com/labstack/echo/v4"

	"example.com/fixtures/lambdabody/web/store"
)

type handler struct{ store *store.Dynamo }

func (h *handler) logged(w http.ResponseWriter, r *http.Request) {
	if err := h.store.Put(r.Context(), "id"); err != nil {
		log.Print(err.Error())
		fmt.Fprintf(os.Stderr, "put: %v", err)
		http.Error(w, http.StatusText(500), 500)
	}
}

func (h *handler) mapped(w http.ResponseWriter, r *http.Request) {
	_, err := h.store.Get(r.Context(), "id")
	switch {
	case errors.Is(err, store.ErrNotFound):
		http.Error(w, err.Error(), http.StatusNotFound)
	case err != nil:
		http.Error(w, "internal error", 500)
	}
}

func (h *handler) matched(w http.ResponseWriter, r *http.Request) {
	_, err := h.store.Get(r.Context(), "id")
	var apiErr smithy.APIError
	if errors.As(err, &apiErr) && apiErr.ErrorCode() == "ValidationException" {
		http.Error(w, apiErr.ErrorMessage(), http.StatusBadRequest)
	}
}

func isSafe(err error) bool { return errors.Is(err, store.ErrNotFound) }

func (h *handler) matchedByFunction(c *gin.Context) {
	_, err := h.store.Get(c, "id")
	if isSafe(err) {
		c.JSON(http.StatusNotFound, gin.H{"error": err.Error()})
	}
}

func publicText(err error) string {
	if errors.Is(err, store.ErrNotFound) {
		return "not found"
	}
	return "internal error"
}

func (h *handler) mappedText(c *gin.Context) {
	if _, err := h.store.Get(c, "id"); err != nil {
		c.JSON(500, gin.H{"error": publicText(err)})
	}
}

func (h *handler) ofTheProgram(w http.ResponseWriter, r *http.Request) {
	if err := store.Check(r.Context(), ""); err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	var in struct{ ID string }
	if err := json.NewDecoder(r.Body).Decode(&in); err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
	}
}

func (h *handler) overwritten(c echo.Context) error {
	_, err := h.store.Get(c.Request().Context(), "id")
	if err != nil {
		err = errors.New("cannot get the order")
		return c.JSON(500, echo.Map{"error": err.Error()})
	}
	return c.NoContent(204)
}

func (h *handler) buffered(r *http.Request) string {
	var buf bytes.Buffer
	if err := h.store.Put(r.Context(), "id"); err != nil {
		fmt.Fprintf(&buf, "put: %v", err)
		json.NewEncoder(&buf).Encode(map[string]string{"error": err.Error()})
	}
	return buf.String()
}

// The program keeps it, and shows it to nobody.
func (h *handler) marshalled(r *http.Request) {
	if err := h.store.Put(r.Context(), "id"); err != nil {
		line, _ := json.Marshal(map[string]string{"error": err.Error()})
		os.Stderr.Write(line)
	}
}

func (h *handler) recorded(r *http.Request) {
	w := httptest.NewRecorder()
	if err := h.store.Put(r.Context(), "id"); err != nil {
		fmt.Fprint(w, err)
	}
}

func (h *handler) collected(c *gin.Context) {
	if err := h.store.Put(c, "id"); err != nil {
		c.AbortWithError(500, err)
	}
}

func (h *handler) internal(c echo.Context) error {
	if err := h.store.Put(c.Request().Context(), "id"); err != nil {
		return echo.NewHTTPError(500, "cannot put").SetInternal(err)
	}
	return nil
}

type secret struct {
	Message string `json:"message"`
	Cause   string `json:"-"`
	detail  string
}

func (h *handler) notEncoded(c *gin.Context) {
	if err := h.store.Put(c, "id"); err != nil {
		c.JSON(500, secret{Message: "failed", Cause: err.Error(), detail: err.Error()})
	}
}

// Such a server runs on the machine of those who ask it.
func credentials(provider aws.CredentialsProvider) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		creds, err := provider.Retrieve(r.Context())
		if err != nil {
			http.Error(w, err.Error(), http.StatusInternalServerError)
			return
		}
		json.NewEncoder(w).Encode(creds)
	}
}

func errorResponse(err error) gin.H { return gin.H{"error": err.Error()} }

// All callers know what they show.
func (h *handler) recognized(c *gin.Context) {
	_, err := h.store.Get(c, "id")
	if errors.Is(err, store.ErrNotFound) {
		c.JSON(http.StatusNotFound, errorResponse(err))
		return
	}
	if err := store.Check(c, ""); err != nil {
		c.JSON(http.StatusBadRequest, errorResponse(err))
		return
	}
	if err != nil {
		c.JSON(500, errorResponse(errors.New("internal error")))
	}
}

func fail(w http.ResponseWriter, err error) { http.Error(w, err.Error(), http.StatusConflict) }

func (h *handler) conflict(w http.ResponseWriter, r *http.Request) {
	if err := h.store.Put(r.Context(), "id"); isSafe(err) {
		fail(w, err)
	}
}
