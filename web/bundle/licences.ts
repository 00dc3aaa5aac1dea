import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Plugin } from 'vite';

/** The folder of a module's package; what Rollup makes of a module begins with a null. */
const PACKAGE = /^\0?(.*\/node_modules\/(?:@[^/]+\/)?[^/]+)\//;

type Named = { name: string; version: string; license?: string };

/** Writes the licences of all packages that went into the app beside it, as they ask for. */
export function licences(): Plugin {
  return {
    name: 'licences',
    apply: 'build',
    generateBundle() {
      const folders = new Set(
        [...this.getModuleIds()].map((id) => PACKAGE.exec(id)?.[1]).filter((it) => it !== undefined),
      );
      const texts = [...folders].sort().map((folder) => {
        const { name, version, license } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as Named;
        return `${name} ${version} (${license ?? 'see below'})\n\n${licenceIn(folder)}`;
      });
      this.emitFile({ type: 'asset', fileName: 'licences.txt', source: texts.join(`\n${'-'.repeat(80)}\n\n`) });
    },
  };
}

function licenceIn(folder: string): string {
  const file = readdirSync(folder).find((name) => /^licen[cs]e/i.test(name));
  return file ? readFileSync(path.join(folder, file), 'utf8') : '';
}
