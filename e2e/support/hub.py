"""Answers what `hf download` asks of the Hugging Face hub about one commit of one model, over plain HTTP.

usage: hub.py PORT FOLDER MODEL COMMIT
Each request is a line of the log: the address of the client, the method and the path.
"""
import hashlib
import http.server
import json
import pathlib
import sys
import urllib.parse

PORT, FOLDER, MODEL, COMMIT = int(sys.argv[1]), pathlib.Path(sys.argv[2]), sys.argv[3], sys.argv[4]
# A mounted ConfigMap has hidden entries beside its keys.
FILES = {path.name: path.read_bytes() for path in FOLDER.iterdir() if not path.name.startswith(".")}


def blob(name):
    return hashlib.sha1(FILES[name]).hexdigest()


class Hub(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_HEAD(self):
        self.do_GET()

    def do_GET(self):
        path = urllib.parse.unquote(urllib.parse.urlsplit(self.path).path)
        name = path.removeprefix(f"/{MODEL}/resolve/{COMMIT}/")
        if path == f"/api/models/{MODEL}/revision/{COMMIT}":
            files = [{"rfilename": name} for name in FILES]
            self.answer(200, json.dumps({"id": MODEL, "sha": COMMIT, "siblings": files}).encode())
        elif path == f"/api/models/{MODEL}/tree/{COMMIT}":
            files = [{"type": "file", "path": name, "size": len(FILES[name]), "oid": blob(name)} for name in FILES]
            self.answer(200, json.dumps(files).encode())
        elif name in FILES:
            self.answer(200, FILES[name], {"ETag": f'"{blob(name)}"', "X-Repo-Commit": COMMIT})
        else:
            self.answer(404, b"", {"X-Error-Code": "EntryNotFound"})

    def answer(self, status, body, headers={}):
        self.send_response(status)
        for name, value in {"Content-Length": len(body), "Content-Type": "application/json", **headers}.items():
            self.send_header(name, str(value))
        self.end_headers()
        if self.command == "GET":
            self.wfile.write(body)

    def log_message(self, format, *args):
        # One call, since each request has a thread of its own.
        sys.stderr.write(f"{self.client_address[0]} {self.command} {self.path}\n")


http.server.ThreadingHTTPServer(("", PORT), Hub).serve_forever()
