// Package web encodes errors of AWS for the clients of HTTP servers.
package web

import (
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"os"

	"github.com/gin-gonic/gin"
	"github.com/labstack/echo/v4"

	"example.com/fixtures/lambdaerrvalue/web/store"
)

type handler struct{ store *store.Dynamo }

func (h *handler) gin(c *gin.Context) {
	if _, err := h.store.Get(c, "id"); err != nil {
		c.JSON(500, gin.H{"error": err}) // want `the error of dynamodb.GetItem becomes {} in JSON; encode a message for the caller`
		return
	}
	if err := h.store.Put(c, "id"); err != nil {
		c.JSON(500, err) // want `encoding/json fails on the error of dynamodb.PutItem, which holds the HTTP response; encode a message for the caller`
		return
	}
	if err := h.store.Put(c, "id"); err != nil {
		c.YAML(500, gin.H{"error": err})
	}
}

func (h *handler) echo(c echo.Context) error {
	if _, err := h.store.Get(c.Request().Context(), "id"); err != nil {
		return c.JSON(500, echo.Map{"error": err}) // want `becomes {} in JSON`
	}
	return nil
}

func (h *handler) net(w http.ResponseWriter, r *http.Request) {
	if _, err := h.store.Get(r.Context(), "id"); err != nil {
		json.NewEncoder(w).Encode(map[string]any{"error": fmt.Errorf("get: %w", err)}) // want `becomes {} in JSON`
	}
}

func respond(w http.ResponseWriter, v any) { json.NewEncoder(w).Encode(v) }

func (h *handler) byFunction(w http.ResponseWriter, r *http.Request) {
	if _, err := h.store.Get(r.Context(), "id"); err != nil {
		respond(w, map[string]any{"error": err}) // want `becomes {} in JSON`
	}
}

func errorResponse(err error) gin.H {
	return gin.H{"error": err} // want `becomes {} in JSON`
}

func (h *handler) byConstructor(c *gin.Context) {
	if _, err := h.store.Get(c, "id"); err != nil {
		c.JSON(500, errorResponse(err))
	}
}

// send knows what to do with errors.
func send(w http.ResponseWriter, v any) {
	if err, ok := v.(error); ok {
		json.NewEncoder(w).Encode(map[string]string{"error": http.StatusText(500), "type": fmt.Sprintf("%T", err)})
		return
	}
	json.NewEncoder(w).Encode(v)
}

func (h *handler) asked(w http.ResponseWriter, r *http.Request) {
	if _, err := h.store.Get(r.Context(), "id"); err != nil {
		send(w, err)
	}
}

// Not of AWS, or not for a client.
func (h *handler) others(c *gin.Context) {
	if err := c.BindJSON(&struct{}{}); err != nil {
		c.JSON(400, gin.H{"error": err})
	}
	c.JSON(400, gin.H{"error": errors.New("bad")})
	if _, err := h.store.Get(c, "id"); err != nil {
		json.NewEncoder(os.Stderr).Encode(map[string]any{"error": err})
	}
	if _, err := h.store.Get(c, "id"); errors.Is(err, store.ErrNotFound) {
		c.JSON(404, gin.H{"error": store.ErrNotFound.Error()})
	}
}
