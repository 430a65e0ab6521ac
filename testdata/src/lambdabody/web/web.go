// Package web shows the texts of AWS errors to its clients, by the standard library and by frameworks.
package web

import (
	"encoding/json"
	"fmt"
	"io"
	"net/http"

	"github.com/aws/aws-sdk-go-v2/feature/s3/manager"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/gin-gonic/gin"
	"github.com/labstack/echo/v4"

	"example.com/fixtures/lambdabody/web/store"
)

type handler struct {
	store *store.Dynamo
	repo  store.Repository
}

func (h *handler) httpError(w http.ResponseWriter, r *http.Request) {
	if err := h.store.Put(r.Context(), "id"); err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError) // want `response shows the client the text of err, which can come from dynamodb.PutItem; log it and send a fixed message`
		return
	}
	w.WriteHeader(http.StatusNoContent)
}

func (h *handler) byInterface(w http.ResponseWriter, r *http.Request) {
	id, err := h.repo.Get(r.Context(), "id")
	if err != nil {
		w.WriteHeader(http.StatusNotFound)
		w.Write([]byte("failed: " + err.Error())) // want `which can come from dynamodb.GetItem`
		return
	}
	fmt.Fprint(w, id)
}

func (h *handler) printed(w http.ResponseWriter, r *http.Request) {
	if _, err := h.store.Get(r.Context(), "id"); err != nil {
		fmt.Fprintf(w, "cannot get %s: %v", r.URL.Path, err) // want `which can come from dynamodb.GetItem`
	}
	if err := h.store.Put(r.Context(), "id"); err != nil {
		fmt.Fprintln(w, "cannot put:", err) // want `which can come from dynamodb.PutItem`
	}
	if err := h.store.Put(r.Context(), "id"); err != nil {
		io.WriteString(w, err.Error()) // want `which can come from dynamodb.PutItem`
	}
}

func (h *handler) encoded(w http.ResponseWriter, r *http.Request) {
	if err := h.store.Put(r.Context(), "id"); err != nil {
		w.WriteHeader(500)
		json.NewEncoder(w).Encode(map[string]string{"error": err.Error()}) // want `which can come from dynamodb.PutItem`
	}
}

func (h *handler) marshalled(w http.ResponseWriter, r *http.Request) {
	if err := h.store.Put(r.Context(), "id"); err != nil {
		body, _ := json.Marshal(map[string]any{"message": err.Error(), "ok": false}) // want `which can come from dynamodb.PutItem`
		w.Write(body)
	}
}

type problem struct {
	Status int    `json:"status"`
	Detail string `json:"detail"`
}

func (h *handler) inStruct(w http.ResponseWriter, r *http.Request) {
	if err := h.store.Put(r.Context(), "id"); err != nil {
		p := problem{Status: 500, Detail: fmt.Sprintf("put: %s", err)} // want `which can come from dynamodb.PutItem`
		enc := json.NewEncoder(w)
		enc.SetIndent("", " ")
		enc.Encode(p)
	}
}

func writeError(w http.ResponseWriter, status int, text string) {
	w.WriteHeader(status)
	json.NewEncoder(w).Encode(problem{Status: status, Detail: text})
}

func (h *handler) byHelper(w http.ResponseWriter, r *http.Request) {
	if err := h.store.Put(r.Context(), "id"); err != nil {
		writeError(w, 500, err.Error()) // want `which can come from dynamodb.PutItem`
		return
	}
	writeError(w, 404, "not found")
}

func respond(w http.ResponseWriter, status int, v any) {
	w.WriteHeader(status)
	json.NewEncoder(w).Encode(v)
}

func (h *handler) byEncoder(w http.ResponseWriter, r *http.Request) {
	if err := h.store.Put(r.Context(), "id"); err != nil {
		respond(w, 500, map[string]string{"error": err.Error()}) // want `which can come from dynamodb.PutItem`
	}
}

func fail(w http.ResponseWriter, err error) {
	http.Error(w, err.Error(), 500) // want `which can come from dynamodb.PutItem`
}

func (h *handler) errorToHelper(w http.ResponseWriter, r *http.Request) {
	if err := h.store.Put(r.Context(), "id"); err != nil {
		fail(w, err)
	}
}

func upload(uploader *manager.Uploader) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if _, err := uploader.Upload(r.Context(), &s3.PutObjectInput{Body: r.Body}); err != nil {
			http.Error(w, err.Error(), 500) // want `which can come from manager.Uploader.Upload`
		}
	}
}

func (h *handler) gin(c *gin.Context) {
	id, err := h.repo.Get(c.Request.Context(), c.Param("id"))
	if err != nil {
		c.JSON(http.StatusInternalServerError, gin.H{"error": err.Error()}) // want `which can come from dynamodb.GetItem`
		return
	}
	if err := h.repo.Put(c, id); err != nil {
		c.AbortWithStatusJSON(http.StatusInternalServerError, gin.H{"error": "put: " + err.Error()}) // want `which can come from dynamodb.PutItem`
		return
	}
	if err := h.repo.Put(c, id); err != nil {
		c.String(http.StatusInternalServerError, "put: %v", err) // want `which can come from dynamodb.PutItem`
		return
	}
	if err := h.repo.Put(c, id); err != nil {
		c.String(http.StatusInternalServerError, err.Error()) // want `which can come from dynamodb.PutItem`
		return
	}
	if err := h.repo.Put(c, id); err != nil {
		c.Data(http.StatusInternalServerError, "text/plain", []byte(err.Error())) // want `which can come from dynamodb.PutItem`
		return
	}
	if err := h.repo.Put(c, id); err != nil {
		c.JSON(http.StatusInternalServerError, problem{500, err.Error()}) // want `which can come from dynamodb.PutItem`
		return
	}
	if err := h.repo.Put(c, id); err != nil {
		c.JSON(http.StatusInternalServerError, err.Error()) // want `which can come from dynamodb.PutItem`
		return
	}
	c.JSON(http.StatusOK, id)
}

func errorResponse(err error) gin.H {
	return gin.H{"error": err.Error()} // want `which can come from dynamodb.GetItem or dynamodb.PutItem`
}

func newProblem(text string) *problem {
	return &problem{Status: 500, Detail: text}
}

func (h *handler) byConstructor(c *gin.Context) {
	id, err := h.repo.Get(c, "id")
	if err != nil {
		c.JSON(http.StatusInternalServerError, errorResponse(err))
		return
	}
	if err := h.repo.Put(c, id); err != nil {
		c.JSON(http.StatusInternalServerError, errorResponse(err))
		return
	}
	if err := h.repo.Put(c, id); err != nil {
		c.JSON(http.StatusInternalServerError, newProblem(err.Error())) // want `which can come from dynamodb.PutItem`
	}
}

func (h *handler) echo(c echo.Context) error {
	ctx := c.Request().Context()
	if err := h.store.Put(ctx, "id"); err != nil {
		return c.JSON(http.StatusInternalServerError, echo.Map{"error": err.Error()}) // want `which can come from dynamodb.PutItem`
	}
	if err := h.store.Put(ctx, "id"); err != nil {
		return c.String(http.StatusInternalServerError, err.Error()) // want `which can come from dynamodb.PutItem`
	}
	if err := h.store.Put(ctx, "id"); err != nil {
		return echo.NewHTTPError(http.StatusInternalServerError, err.Error()) // want `which can come from dynamodb.PutItem`
	}
	if err := h.store.Put(ctx, "id"); err != nil {
		return echo.NewHTTPError(http.StatusInternalServerError, "put failed").SetInternal(err)
	}
	return c.NoContent(http.StatusNoContent)
}

type failure struct {
	Error string `json:"error"`
}

func newFailure(err error) failure {
	return failure{Error: err.Error()} // want `which can come from dynamodb.PutItem`
}

func send(w http.ResponseWriter, body any, status int) {
	var data any
	switch b := body.(type) {
	case error:
		data = newFailure(b)
	default:
		data = body
	}
	encoded, err := json.Marshal(data)
	if err != nil {
		return
	}
	w.WriteHeader(status)
	w.Write(encoded)
}

func (h *handler) byAny(w http.ResponseWriter, r *http.Request) {
	if err := h.store.Put(r.Context(), "id"); err != nil {
		send(w, fmt.Errorf("put: %w", err), 500)
		return
	}
	send(w, nil, 204)
}

type api struct{ store *store.Dynamo }

func (a *api) respondError(w http.ResponseWriter, status int, text string) {
	a.respond(w, status, map[string]any{"error": map[string]string{"message": text}})
}

func (a *api) respond(w http.ResponseWriter, status int, v any) {
	w.WriteHeader(status)
	if err := json.NewEncoder(w).Encode(v); err != nil {
		http.Error(w, "cannot encode", 500)
	}
}

func (a *api) put(w http.ResponseWriter, r *http.Request) {
	if err := a.store.Put(r.Context(), "id"); err != nil {
		a.respondError(w, 500, err.Error()) // want `which can come from dynamodb.PutItem`
		return
	}
	a.respond(w, 200, nil)
}
