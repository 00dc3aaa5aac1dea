import { describe, expect, it, vi } from 'vitest';
import { Intake } from './Intake';

const file = (name: string) => ({ file: new File(['sound'], name), path: name });
const names = (init: RequestInit | undefined) =>
  (init?.body as FormData).getAll('files').map((part) => (part as File).name);

/** A server that takes what it is sent, but for what is refused here. */
function server(refuse: (sent: string[]) => Response | undefined = () => undefined) {
  const requests: string[][] = [];
  vi.spyOn(globalThis, 'fetch').mockImplementation(async (input, init) => {
    const sent =
      input instanceof Request ? (await input.formData()).getAll('files').map((p) => (p as File).name) : names(init);
    requests.push(sent);
    const results = sent.map((name) => ({ file: name }));
    return refuse(sent) ?? Response.json({ total: sent.length, added: sent.length, failed: 0, results });
  });
  return requests;
}

const problem = (status: number, code: string) =>
  Response.json({ type: 'urn:x', title: 'No', status, detail: 'no', code, instance: '/' }, { status });

async function brought(intake: Intake, ...paths: string[]) {
  intake.bring(paths.map(file), {});
  await vi.waitFor(() => expect(intake.get().running).toBe(false));
  return intake.get();
}

describe('bringing files', () => {
  it('sends a few at a time and tells what became of each', async () => {
    const requests = server();
    const all = Array.from({ length: 20 }, (_, i) => `${i}.wav`);
    const { files, sent, results } = await brought(new Intake('digits', () => {}), ...all);
    expect([files, sent, results.length]).toEqual([20, 20, 20]);
    expect(requests.map((each) => each.length)).toEqual([16, 4]);
  });

  it('finds the one file that makes a request fail', async () => {
    server((sent) => (sent.includes('bad.zip') ? problem(422, 'ARCHIVE_MALFORMED') : undefined));
    const { results, failure } = await brought(new Intake('digits', () => {}), 'good.wav', 'bad.zip');
    expect(results.map(({ file: name, problem: why }) => [name, why?.code])).toEqual([
      ['good.wav', undefined],
      ['bad.zip', 'ARCHIVE_MALFORMED'],
    ]);
    expect(failure).toBeUndefined();
  });

  it('keeps what the server cannot take now, and goes on', async () => {
    let full = true;
    server(() => (full ? problem(503, 'BUSY') : undefined));
    const intake = new Intake('digits', () => {});
    expect(await brought(intake, '1.wav')).toMatchObject({ sent: 0, failure: { problem: { code: 'BUSY' } } });
    full = false;
    intake.goOn();
    await vi.waitFor(() => expect(intake.get()).toMatchObject({ sent: 1, running: false }));
    expect(intake.get().failure).toBeUndefined();
  });
});
