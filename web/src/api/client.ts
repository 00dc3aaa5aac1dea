import createClient from 'openapi-fetch';
import type { components, paths } from '../../generated/schema';
import { Refused, Unreachable } from './failures';

/** The server's records, by the names they have in web/openapi.json. */
export type Schemas = components['schemas'];

/** Looked up at each call, so that a test may put another in its place. */
const send: typeof fetch = (input, init) => globalThis.fetch(input, init);

/** The API, typed by web/openapi.json. Wrap each call in {@link answer}. */
export const api = createClient<paths>({ baseUrl: globalThis.location.origin, fetch: send });

type Outcome<T> = { data?: T; error?: unknown; response: Response };

/**
 * The body of a successful answer.
 *
 * @throws Refused with the server's problem, or Unreachable if there was no answer
 */
export async function answer<T>(call: Promise<Outcome<T>>): Promise<T> {
  const { data, error, response } = await call.catch((cause: unknown) => {
    throw new Unreachable(cause);
  });
  if (!response.ok) {
    throw Refused.of(error, response);
  }
  return data as T;
}
