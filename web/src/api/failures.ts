import type { Schemas } from './client';

/** Why something was not answered (RFC 9457). */
export type Problem = Schemas['Problem'];

/** The server answered with a problem. */
export class Refused extends Error {
  constructor(readonly problem: Problem) {
    super(problem.detail);
    this.name = 'Refused';
  }

  static of(body: unknown, response: Response): Refused {
    if (typeof body === 'object' && body !== null && 'code' in body) {
      return new Refused(body as Problem);
    }
    return new Refused({
      type: 'about:blank',
      title: response.statusText,
      status: response.status,
      detail: `the server answered ${response.status} and said nothing else`,
      code: `HTTP_${response.status}`,
      instance: response.url,
    });
  }
}

/** There was no answer: the server is gone, or the way to it. */
export class Unreachable extends Error {
  constructor(cause?: unknown) {
    super('the server cannot be reached', { cause });
    this.name = 'Unreachable';
  }
}
