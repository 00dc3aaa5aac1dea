// Figures of speed, asserted on nowhere: HEARKEN_MEASURE=1 npm run e2e -- measure
import type { Page } from '@playwright/test';
import { readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium } from '@playwright/test';
import { test } from './visit';

test.skip(process.env['HEARKEN_MEASURE'] === undefined, 'only where figures are wanted');

/** What Lighthouse weighs, of a first visit over a line of 10 Mbit/s and 40 ms, on a processor four times slower. */
test('a first visit', async ({ page }) => {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Network.enable');
  const line = { offline: false, latency: 40, downloadThroughput: 1.25e6, uploadThroughput: 1.25e6 };
  await devtools.send('Network.emulateNetworkConditions', line);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  let bytes = 0;
  devtools.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength));
  await page.addInitScript(() => {
    const seen = { lcp: 0, cls: 0, blocked: 0 };
    Object.assign(globalThis, { seen });
    new PerformanceObserver((list) => list.getEntries().forEach(({ startTime }) => (seen.lcp = startTime))).observe({
      type: 'largest-contentful-paint',
      buffered: true,
    });
    new PerformanceObserver((list) =>
      list.getEntries().forEach((entry) => (seen.cls += (entry as unknown as { value: number }).value)),
    ).observe({ type: 'layout-shift', buffered: true });
    new PerformanceObserver((list) =>
      list.getEntries().forEach(({ duration }) => (seen.blocked += Math.max(0, duration - 50))),
    ).observe({ type: 'longtask', buffered: true });
  });
  await page.goto('/');
  await page.getByRole('article').first().waitFor();
  await page.waitForTimeout(2_000);
  const figures = await page.evaluate(() => ({
    fcpMillis: performance.getEntriesByName('first-contentful-paint')[0]?.startTime,
    ...(globalThis as unknown as { seen: object }).seen,
  }));
  console.log('first visit', { ...figures, transferredKilobytes: bytes / 1000 });
});

test('microphone to mark, and what listening costs', async () => {
  test.setTimeout(120_000);
  const { launchOptions, baseURL } = test.info().project.use;
  const home = path.join(tmpdir(), `hearken-measure-${process.pid}`);
  const context = await chromium.launchPersistentContext(home, { ...launchOptions, permissions: ['microphone'] });
  const page = await context.newPage();
  await watchMarks(page);
  await page.goto(`${baseURL ?? ''}/projects/digits/listen`);
  await page.getByRole('button', { name: 'Start listening' }).click();
  await page.getByRole('button', { name: 'Stop listening' }).waitFor();
  await page.waitForTimeout(5_000);
  const before = cpuSeconds(home);
  await page.waitForTimeout(30_000);
  const spent = cpuSeconds(home) - before;
  const marks = await page.evaluate(() => (globalThis as unknown as { latencies: number[] }).latencies);
  marks.sort((a, b) => a - b);
  console.log(`listening: ${((100 * spent) / 30).toFixed(1)} % of a core, all of Chromium's processes`);
  console.log(`sample at the page to mark: median ${marks[marks.length >> 1]?.toFixed(0)} ms of ${marks.length}`);
  await context.close();
});

/** Notes, for each mark, how long after the page was handed the last of its samples it stood there. */
async function watchMarks(page: Page) {
  await page.addInitScript(() => {
    const latencies: number[] = [];
    const arrived: [seconds: number, millis: number][] = [];
    let samples = 0;
    let sampleRateHz = 0;
    let ends: number[] = [];
    Object.assign(globalThis, { latencies });
    // eslint-disable-next-line @typescript-eslint/unbound-method -- it is called on the worker below
    const post = Worker.prototype.postMessage;
    Worker.prototype.postMessage = function (this: Worker, message: unknown, ...rest: never[]) {
      const asked = message as { type: string; samples?: Float32Array; sampleRateHz: number };
      const { type, samples: block } = asked;
      if (type === 'open') {
        sampleRateHz = asked.sampleRateHz;
        this.addEventListener('message', ({ data }: MessageEvent) => {
          const heard = (data as { heard?: { detections: { endSeconds: number }[] } }).heard;
          ends.push(...(heard?.detections ?? []).map(({ endSeconds }) => endSeconds));
        });
      } else if (type === 'push' && block) {
        samples += block.length;
        arrived.push([samples / sampleRateHz, performance.now()]);
      }
      post.call(this, message, ...rest);
    };
    new MutationObserver(() => {
      requestAnimationFrame(() => {
        for (const end of ends) {
          const at = arrived.find(([seconds]) => seconds >= end);
          latencies.push(performance.now() - (at?.[1] ?? Number.NaN));
        }
        ends = [];
      });
    }).observe(document, { childList: true, subtree: true });
  });
}

const TICKS_A_SECOND = 100;

/** Processor time of the browser with this home and of all its children. */
function cpuSeconds(home: string): number {
  const processes = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => {
      try {
        const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
        const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
        const ticks = Number(fields[11]) + Number(fields[12]);
        return [{ pid, parent: fields[1], ticks, line: readFileSync(`/proc/${pid}/cmdline`, 'utf8') }];
      } catch {
        return []; // It ended meanwhile.
      }
    });
  const ours = new Set(processes.filter(({ line }) => line.includes(home)).map(({ pid }) => pid));
  for (let grown = true; grown;) {
    const children = processes.filter(({ pid, parent }) => ours.has(parent) && !ours.has(pid));
    children.forEach(({ pid }) => ours.add(pid));
    grown = children.length > 0;
  }
  return processes.filter(({ pid }) => ours.has(pid)).reduce((sum, { ticks }) => sum + ticks, 0) / TICKS_A_SECOND;
}
