// Package webfixes has what is hard about fixes of what HTTP servers show.
package webfixes

import (
	"fmt"
	"log/slog"
	"net/http"

	"github.com/gin-gonic/gin"

	"example.com/fixtures/lambdabody/web/store"
)

type handler struct {
	store  *store.Dynamo
	logger *slog.Logger
}

func (h *handler) plain(w http.ResponseWriter, r *http.Request) {
	if err := h.store.Put(r.Context(), "id"); err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError) // want `log it`
		return
	}
}

func (h *handler) logs(w http.ResponseWriter, r *http.Request) {
	if err := h.store.Put(r.Context(), "id"); err != nil {
		h.logger.Error("put", "error", err)
		http.Error(w, err.Error(), 502) // want `PutItem; send a fixed message`
	}
}

func (h *handler) gin(c *gin.Context) {
	if err := h.store.Put(c, "id"); err != nil {
		c.JSON(http.StatusInternalServerError, gin.H{"error": err.Error()}) // want `log it`
		return
	}
}

// The client may need to know what the program itself says.
func (h *handler) mixed(w http.ResponseWriter, r *http.Request) {
	if _, err := h.store.Get(r.Context(), "id"); err != nil {
		http.Error(w, err.Error(), 500) // want `log it`
	}
}

// Which words to send is for the program to say.
func (h *handler) words(w http.ResponseWriter, r *http.Request) {
	if err := h.store.Put(r.Context(), "id"); err != nil {
		http.Error(w, fmt.Sprintf("put: %v", err), 500) // want `log it`
	}
	if err := h.store.Put(r.Context(), "id"); err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest) // want `log it`
	}
}

// The status is said elsewhere, and not always the same.
func errorResponse(err error) gin.H {
	return gin.H{"error": err.Error()} // want `log it`
}

func (h *handler) elsewhere(c *gin.Context) {
	const status = 503
	if err := h.store.Put(c, "id"); err != nil {
		c.JSON(status, errorResponse(err))
		return
	}
	if err := h.store.Put(c, "id"); err != nil {
		c.JSON(http.StatusBadRequest, errorResponse(err))
	}
}

// Two texts of one error are logged once.
func (h *handler) twice(c *gin.Context) {
	if err := h.store.Put(c, "id"); err != nil {
		c.JSON(500, gin.H{
			"error":   err.Error(), // want `log it`
			"details": err.Error(), // want `log it`
		})
	}
}
