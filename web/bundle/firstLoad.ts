import { gzipSync } from 'node:zlib';
import type { Plugin, Rollup } from 'vite';

/** Fails the build where what a first visit loads as JavaScript is larger than so many kilobytes, gzipped. */
export function firstLoad(mostKilobytes: number): Plugin {
  return {
    name: 'first-load',
    apply: 'build',
    generateBundle(_options, bundle) {
      const chunks = Object.values(bundle).filter((file): file is Rollup.OutputChunk => file.type === 'chunk');
      const entry = chunks.find((chunk) => chunk.isEntry);
      if (!entry) {
        this.error('there is no entry');
      }
      const first = new Set<string>();
      const visit = (name: string) => {
        const chunk = chunks.find((each) => each.fileName === name);
        if (chunk && !first.has(name)) {
          first.add(name);
          chunk.imports.forEach(visit);
        }
      };
      visit(entry.fileName);
      // The page a visitor lands on comes with the first load.
      chunks
        .filter((chunk) => chunk.facadeModuleId?.endsWith('/ProjectsPage.tsx'))
        .forEach((page) => visit(page.fileName));
      const bytes = chunks
        .filter((chunk) => first.has(chunk.fileName))
        .reduce((sum, chunk) => sum + gzipSync(chunk.code).length, 0);
      const kilobytes = bytes / 1000;
      if (kilobytes > mostKilobytes) {
        this.error(`the first load is ${kilobytes.toFixed(1)} KB gzipped, more than ${mostKilobytes}`);
      }
      this.info(`first load ${kilobytes.toFixed(1)} KB gzipped in ${first.size} files`);
    },
  };
}
