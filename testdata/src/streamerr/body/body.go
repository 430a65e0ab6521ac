// Package body reads the bodies of objects.
package body

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"io"
	"log"
	"net/http"
	"os"

	"github.com/aws/aws-sdk-go-v2/service/s3"
)

type object struct{ Name string }

func all(ctx context.Context, c *s3.Client, in *s3.GetObjectInput) (string, error) {
	out, err := c.GetObject(ctx, in)
	if err != nil {
		return "", err
	}
	defer out.Body.Close()
	data, _ := io.ReadAll(out.Body) // want `^the error of reading the body of s3.GetObject is discarded, so a truncated body looks complete; check it$`
	return string(data), nil
}

func buffered(ctx context.Context, c *s3.Client, in *s3.GetObjectInput) ([]byte, error) {
	out, err := c.GetObject(ctx, in)
	if err != nil {
		return nil, err
	}
	defer out.Body.Close()
	buf := new(bytes.Buffer)
	buf.ReadFrom(out.Body) // want `the body of s3.GetObject is discarded`
	return buf.Bytes(), nil
}

func decoded(ctx context.Context, c *s3.Client, in *s3.GetObjectInput) (o object, _ error) {
	out, err := c.GetObject(ctx, in)
	if err != nil {
		return o, err
	}
	body := out.Body
	defer body.Close()
	json.NewDecoder(body).Decode(&o) // want `the body of s3.GetObject is discarded`
	return o, nil
}

func copied(ctx context.Context, c *s3.Client, in *s3.GetObjectInput, name string) error {
	out, err := c.GetObject(ctx, in)
	if err != nil {
		return err
	}
	defer out.Body.Close()
	file, err := os.Create(name)
	if err != nil {
		return err
	}
	_, _ = io.Copy(file, out.Body) // want `the body of s3.GetObject is discarded`
	return file.Close()
}

// read is only called with bodies.
func read(body io.Reader) string {
	data, _ := io.ReadAll(body) // want `the body of s3.GetObject is discarded`
	return string(data)
}

func byHelper(ctx context.Context, c *s3.Client, in *s3.GetObjectInput) (string, error) {
	out, err := c.GetObject(ctx, in)
	if err != nil {
		return "", err
	}
	defer out.Body.Close()
	return read(out.Body), nil
}

// Nothing is lost below.

func checked(ctx context.Context, c *s3.Client, in *s3.GetObjectInput) ([]byte, error) {
	out, err := c.GetObject(ctx, in)
	if err != nil {
		return nil, err
	}
	defer out.Body.Close()
	return io.ReadAll(out.Body)
}

func logged(ctx context.Context, c *s3.Client, in *s3.GetObjectInput) (o object) {
	out, err := c.GetObject(ctx, in)
	if err != nil {
		return o
	}
	defer out.Body.Close()
	if err := json.NewDecoder(out.Body).Decode(&o); err != nil {
		log.Print(err)
	}
	return o
}

func drained(ctx context.Context, c *s3.Client, in *s3.GetObjectInput) error {
	out, err := c.GetObject(ctx, in)
	if err != nil {
		return err
	}
	io.Copy(io.Discard, out.Body)
	return out.Body.Close()
}

func served(ctx context.Context, c *s3.Client, in *s3.GetObjectInput, w http.ResponseWriter) {
	out, err := c.GetObject(ctx, in)
	if err != nil {
		http.Error(w, "not found", http.StatusNotFound)
		return
	}
	defer out.Body.Close()
	io.Copy(w, out.Body)
}

func scanned(ctx context.Context, c *s3.Client, in *s3.GetObjectInput) (lines []string, err error) {
	out, err := c.GetObject(ctx, in)
	if err != nil {
		return nil, err
	}
	defer out.Body.Close()
	s := bufio.NewScanner(out.Body)
	for s.Scan() {
		lines = append(lines, s.Text())
	}
	return lines, s.Err()
}

func handed(ctx context.Context, c *s3.Client, in *s3.GetObjectInput) (io.ReadCloser, error) {
	out, err := c.GetObject(ctx, in)
	if err != nil {
		return nil, err
	}
	return out.Body, nil
}

func ofResponse(resp *http.Response) string {
	data, _ := io.ReadAll(resp.Body)
	return string(data)
}

func later(ctx context.Context, c *s3.Client, in *s3.GetObjectInput) (data []byte, err error) {
	out, err := c.GetObject(ctx, in)
	if err != nil {
		return nil, err
	}
	defer out.Body.Close()
	data, err = io.ReadAll(out.Body)
	return data, err
}

func bestEffort(ctx context.Context, c *s3.Client, in *s3.GetObjectInput) string {
	out, err := c.GetObject(ctx, in)
	if err != nil {
		return ""
	}
	defer out.Body.Close()
	// Ignore errors, it is only a preview.
	data, _ := io.ReadAll(out.Body) // want `info: the body of s3.GetObject is discarded`
	return string(data)
}
