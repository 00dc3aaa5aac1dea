#!/bin/sh
# Builds the web app: build.sh OUT. Does nothing where OUT is newer than all it is made of.
set -eu
out=$1
cd "$(dirname "$0")"

if [ -e "$out/index.html" ] && [ -z "$(find src public bundle index.html openapi.json package-lock.json vite.config.ts build.sh \
  -newer "$out/index.html" -print -quit)" ]; then
  exit 0
fi
installed=node_modules/.package-lock.json
if [ ! -e "$installed" ] || [ -n "$(find package-lock.json -newer "$installed")" ]; then
  npm ci --omit=dev
fi
npm run --silent build -- --outDir "$out" --emptyOutDir
