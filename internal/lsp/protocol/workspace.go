package protocol

import "encoding/json"

// DidChangeWatchedFilesParams are files that have changed on the disk.
type DidChangeWatchedFilesParams struct {
	Changes []FileEvent `json:"changes"`
}

// A FileEvent says that a file has changed, whatever has become of it.
type FileEvent struct {
	URI string `json:"uri"`
}

// DidChangeWorkspaceFoldersParams are folders that the user has opened and closed.
type DidChangeWorkspaceFoldersParams struct {
	Event struct {
		Added   []WorkspaceFolder `json:"added"`
		Removed []WorkspaceFolder `json:"removed"`
	} `json:"event"`
}

// RegistrationParams ask the client to send more notifications.
type RegistrationParams struct {
	Registrations []Registration `json:"registrations"`
}

// A Registration asks for one kind of notification.
type Registration struct {
	ID              string `json:"id"`
	Method          string `json:"method"`
	RegisterOptions any    `json:"registerOptions"`
}

// DidChangeWatchedFilesRegistrationOptions say which files the client is to watch.
type DidChangeWatchedFilesRegistrationOptions struct {
	Watchers []FileSystemWatcher `json:"watchers"`
}

// A FileSystemWatcher is a glob of files in workspace folders.
type FileSystemWatcher struct {
	GlobPattern string `json:"globPattern"`
}

// A MessageType says how important a message is.
type MessageType int

// The types of messages.
const (
	MessageError   MessageType = 1
	MessageWarning MessageType = 2
	MessageInfo    MessageType = 3
	MessageLog     MessageType = 4
)

// A MessageParams is a message to show to the user, or to write to the log of the client.
type MessageParams struct {
	Type    MessageType `json:"type"`
	Message string      `json:"message"`
}

// Raw returns v as JSON that is decoded later. It panics if v has no JSON.
func Raw(v any) json.RawMessage {
	data, err := json.Marshal(v)
	if err != nil {
		panic(err)
	}
	return data
}
