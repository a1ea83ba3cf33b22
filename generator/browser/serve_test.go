package browser

import (
	"compress/gzip"
	"mime"
	"net/http"
	"os"
	"path"
	"path/filepath"
	"strings"
	"time"
)

// policy is the Content-Security-Policy that hosts of a site send.
const policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: https:; font-src 'self'; " +
	"connect-src 'self'; media-src 'self' https:; frame-src https://www.youtube-nocookie.com; manifest-src 'self'; " +
	"base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

// host serves a folder as a static host does: index.html for folders, 404.html where there is
// nothing, the policy on every answer, text compressed.
type host struct{ dir string }

func (h host) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	name := path.Clean("/" + r.URL.Path)
	if strings.HasSuffix(r.URL.Path, "/") {
		name = path.Join(name, "index.html")
	}
	status := http.StatusOK
	data, err := os.ReadFile(filepath.Join(h.dir, filepath.FromSlash(name)))
	if err != nil {
		status, name = http.StatusNotFound, "/404.html"
		if data, err = os.ReadFile(filepath.Join(h.dir, "404.html")); err != nil {
			data = []byte("nothing here, and no 404.html")
		}
	}
	kind := mime.TypeByExtension(path.Ext(name))
	header := w.Header()
	header.Set("Content-Security-Policy", policy)
	header.Set("X-Content-Type-Options", "nosniff")
	header.Set("Content-Type", kind)
	if !strings.HasPrefix(kind, "text/") && !strings.Contains(kind, "json") && !strings.Contains(kind, "svg") {
		w.WriteHeader(status)
		w.Write(data)
		return
	}
	header.Set("Content-Encoding", "gzip")
	w.WriteHeader(status)
	text := gzip.NewWriter(w)
	// A page asked for with ?slowly comes in two parts, as over a bad line.
	if _, slowly := r.URL.Query()["slowly"]; slowly {
		half := len(data) / 2
		text.Write(data[:half])
		text.Flush()
		http.NewResponseController(w).Flush()
		time.Sleep(200 * time.Millisecond)
		data = data[half:]
	}
	text.Write(data)
	text.Close()
}
