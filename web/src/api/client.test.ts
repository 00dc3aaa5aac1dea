import { describe, expect, it, vi } from 'vitest';
import { answer, api } from './client';
import { explain } from './explain';
import { Refused, Unreachable } from './failures';

const project = () => answer(api.GET('/api/v1/projects/{project}', { params: { path: { project: 'nobody' } } }));

function serverAnswers(response: () => Promise<Response>) {
  vi.spyOn(globalThis, 'fetch').mockImplementation(response);
}

const problem = {
  type: 'urn:hearken:problem:PROJECT_NOT_FOUND',
  title: 'Not Found',
  status: 404,
  detail: 'there is no project "nobody"',
  code: 'PROJECT_NOT_FOUND',
  instance: '/api/v1/projects/nobody',
};

describe('an answer of the API', () => {
  it('is its body', async () => {
    serverAnswers(() => Promise.resolve(Response.json({ name: 'nobody' })));
    await expect(project()).resolves.toEqual({ name: 'nobody' });
  });

  it('is a Refused with the problem where the server says no', async () => {
    serverAnswers(() => Promise.resolve(Response.json(problem, { status: 404 })));
    await expect(project()).rejects.toEqual(new Refused(problem));
  });

  it('is a Refused even where a proxy answers with words', async () => {
    serverAnswers(() => Promise.resolve(new Response('Bad Gateway', { status: 502 })));
    await expect(project()).rejects.toMatchObject({ problem: { status: 502, code: 'HTTP_502' } });
  });

  it('is Unreachable where there is none', async () => {
    serverAnswers(() => Promise.reject(new TypeError('Failed to fetch')));
    await expect(project()).rejects.toBeInstanceOf(Unreachable);
  });
});

describe('a failure in words', () => {
  it('has a title, the detail as a sentence, what to do and the code', () => {
    expect(explain(new Refused(problem))).toEqual({
      title: 'There is no such project',
      detail: 'There is no project "nobody".',
      advice: 'It may have been deleted. Choose another.',
      code: 'PROJECT_NOT_FOUND',
      offline: false,
    });
  });

  it('falls back on what the problem says of itself', () => {
    expect(explain(new Refused({ ...problem, code: 'NEW_CODE' }))).toMatchObject({
      title: 'Not Found',
      code: 'NEW_CODE',
    });
  });

  it('tells a server that is gone from one that says no', () => {
    expect(explain(new Unreachable())).toMatchObject({ title: 'The server cannot be reached', offline: true });
  });
});
