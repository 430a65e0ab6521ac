package lambdatest

import (
	"encoding/json"
	"fmt"
)

// WebSocketView is what the client of a WebSocket connection gets.
type WebSocketView struct {
	Refused bool   // the connection was not made
	Message string // that it received, if any
}

// WebSocket is the client of an API Gateway WebSocket API with a Lambda proxy integration. The event names the route.
// routeResponse says whether the route has a route response. Without one, only errors reach the client.
//
// doc
// https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-websocket-api-route-keys-connect-disconnect.html:
// $connect needs a 2xx; doc .../apigateway-websocket-api-route-response.html; say AWS re:Post and
// forums of the message "Internal server error". That a status of 0 refuses the connection is
// assumed.
func WebSocket(inv *Invocation, routeResponse bool) WebSocketView {
	var event struct {
		RequestContext struct{ RouteKey, ConnectionID string }
	}
	json.Unmarshal(inv.Event, &event) //nolint:errcheck // an invalid event has no route
	connect := event.RequestContext.RouteKey == "$connect"

	failed := inv.Failure() != nil
	r, err := decodeProxy(inv.Response)
	failed = failed || err != nil
	switch {
	case connect:
		return WebSocketView{Refused: failed || r.status == nil || *r.status < 200 || *r.status > 299}
	case failed:
		return WebSocketView{Message: fmt.Sprintf(`{"message": "Internal server error", "connectionId":%q, "requestId":%q}`,
			event.RequestContext.ConnectionID, requestID)}
	case routeResponse:
		return WebSocketView{Message: r.body}
	default:
		return WebSocketView{}
	}
}
