#!/bin/sh
# Puts the plotting library of reports into the folder OUT, from npm; does nothing if it is there already.
# The lock file pins the packages, plots.sha256 the files themselves.
set -eu

here=$(cd "$(dirname "$0")" && pwd)
mkdir -p "$1"
out=$(cd "$1" && pwd)

are_there() {
  (cd "$out" && sha256sum --check --status "$here/plots.sha256" 2>/dev/null)
}

are_there && exit 0

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp "$here/package.json" "$here/package-lock.json" "$work"
(cd "$work" && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error >/dev/null)
cp "$work/node_modules/d3/dist/d3.min.js" "$work/node_modules/@observablehq/plot/dist/plot.umd.min.js" "$out"
are_there || {
  echo "d3.min.js and plot.umd.min.js are not the files plots.sha256 names" >&2
  exit 1
}
