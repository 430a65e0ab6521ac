package knowledge

import "testing"

func TestIsLoopback(t *testing.T) {
	for address, want := range map[string]bool{
		"127.0.0.1:8080": true, "localhost:8080": true, "LOCALHOST:": true, "localhost": true, "127.0.0.53": true, "[::1]:80": true, "[::1]": true, "::1": true,
		"localhost:%d": true, "127.0.0.1:%s": true,
		"": false, ":8080": false, "0.0.0.0:80": false, "[::]:80": false, "10.0.0.7:80": false, "localhost.example.com:80": false, "%s:8080": false, "8080": false,
	} {
		if got := IsLoopback(address); got != want {
			t.Errorf("%q: got %t", address, got)
		}
	}
}

func TestListensAt(t *testing.T) {
	for _, name := range []string{"Listen", "ListenTLS"} { // fiber is no module of the fixtures
		if i, ok := ListensAt(method("github.com/gofiber/fiber/v2", "App", name, true, "addr string")); i != 0 || !ok {
			t.Errorf("%s: got %d, %t", name, i, ok)
		}
	}
	if _, ok := ListensAt(method("github.com/gofiber/fiber/v2", "App", "Get", true, "path string")); ok {
		t.Error("Get listens")
	}
}
