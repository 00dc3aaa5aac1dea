import { describe, expect, it, vi } from 'vitest';
import { Unreachable } from '../api/failures';
import { Recognition } from './Recognition';
import { csv } from './tables';

const file = (name: string) => new File(['sound'], name);

/** A server that hears every file's name, and refuses those called bad. */
function serve(): { requests: number[] } {
  const requests: number[] = [];
  vi.spyOn(globalThis, 'fetch').mockImplementation(async (input) => {
    const files = (await (input as Request).formData()).getAll('file') as File[];
    requests.push(files.length);
    const problem = { code: 'NOT_AUDIO', status: 415, title: 'x', detail: 'x', type: 'x', instance: '/' };
    const results = files.map(({ name }) =>
      name.startsWith('bad') ? { file: name, problem } : { file: name, label: '7', probability: 0.9 },
    );
    return files.length === 1 && results[0].problem
      ? Response.json(problem, { status: 415 })
      : Response.json({ results });
  });
  return { requests };
}

async function finished(recognition: Recognition) {
  await vi.waitFor(() => expect(recognition.get().running).toBe(false));
  return recognition.get();
}

describe('asking about many files', () => {
  it('sends a few a request and tells what came of each, in order', async () => {
    const { requests } = serve();
    const recognition = new Recognition('digits');
    recognition.ask(Array.from({ length: 20 }, (_, i) => file(`${i}.wav`)));
    const { asked, answered, failed } = await finished(recognition);
    expect(requests.sort()).toEqual([4, 8, 8]);
    expect([answered, failed]).toEqual([20, 0]);
    expect(asked.map(({ result }) => result?.file)).toEqual(asked.map(({ file: { name } }) => name));
  });

  it('counts a bad one among them, and a single bad one is not the server’s fault', async () => {
    serve();
    const recognition = new Recognition('digits');
    recognition.ask([file('bad.wav'), file('good.wav')]);
    await finished(recognition);
    recognition.ask([file('bad-too.wav')]);
    const { answered, failed, failure } = await finished(recognition);
    expect([answered, failed, failure]).toEqual([3, 2, undefined]);
  });

  it('stops where the server is gone, and goes on with what was not answered', async () => {
    vi.spyOn(globalThis, 'fetch').mockRejectedValue(new TypeError('Failed to fetch'));
    const recognition = new Recognition('digits');
    recognition.ask([file('a.wav'), file('b.wav')]);
    expect((await finished(recognition)).failure).toBeInstanceOf(Unreachable);
    serve();
    recognition.goOn();
    const { answered, failure } = await finished(recognition);
    expect([answered, failure]).toEqual([2, undefined]);
  });

  it('forgets all when it is told to', async () => {
    serve();
    const recognition = new Recognition('digits');
    recognition.ask([file('a.wav')]);
    await finished(recognition);
    recognition.clear();
    expect(recognition.get().asked).toEqual([]);
  });
});

it('a table quotes what needs it and lets no file name be a formula', () => {
  const asked = [
    {
      number: 0,
      file: file('a,"b".wav'),
      result: { file: '', label: 'yes', probability: 0.5, probabilities: { yes: 0.5 } },
    },
    { number: 1, file: file('=1+1.wav') },
  ];
  expect(csv(asked, ['yes'])).toBe(
    'file,label,probability,p(yes),latency_ms,problem\r\n"a,""b"".wav",yes,0.5,0.5,,\r\n\'=1+1.wav,,,,,\r\n',
  );
});
