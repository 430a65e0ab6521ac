package right

import (
	"log/slog"
	"net/http"

	"github.com/aws/aws-sdk-go-v2/service/iam"
)

// DeleteUser returns a handler of HTTP requests that deletes the user called name. It
// answers a failure with the status of IAM, or 500, and keeps the rest for the log.
func DeleteUser(client *iam.Client) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		name := r.FormValue("name")
		if _, err := client.DeleteUser(r.Context(), &iam.DeleteUserInput{UserName: &name}); err != nil {
			slog.LogAttrs(r.Context(), slog.LevelError, "delete user", Attrs(err)...)
			http.Error(w, http.StatusText(Status(err)), Status(err))
			return
		}
		w.WriteHeader(http.StatusNoContent)
	}
}
