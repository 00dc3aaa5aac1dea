import { Refused, Unreachable, type Problem } from './failures';

/** A failure in words for a person. */
export type Explanation = { title: string; detail: string; advice?: string; code?: string; offline: boolean };

/** What the codes a person meets most mean, and what to do; the rest is told by the problem itself. */
const KNOWN: Record<string, { title: string; advice?: string }> = {
  NOT_AUDIO: { title: 'This is not a recording', advice: 'WAV, FLAC, Ogg Vorbis and MP3 can be read.' },
  UNSUPPORTED_ENCODING: { title: 'This kind of recording cannot be read', advice: 'Convert it to WAV or FLAC.' },
  EMPTY: { title: 'This recording is empty' },
  TRUNCATED: { title: 'This recording is cut off', advice: 'Copy or export it again.' },
  TOO_LARGE: { title: 'This is too large', advice: 'Send less at once, or shorter recordings.' },
  TOO_LONG: { title: 'This recording is too long', advice: 'Cut it into pieces of up to five minutes.' },
  NO_LIVE_MODEL: { title: 'No model answers yet', advice: 'Train one, or promote a version on the page Models.' },
  PROJECT_NOT_FOUND: { title: 'There is no such project', advice: 'It may have been deleted. Choose another.' },
  CONFLICT: { title: 'That is taken', advice: 'Choose another name.' },
  BUSY: { title: 'The server is busy', advice: 'Wait a moment and try again.' },
  TOO_MANY_STREAMS: { title: 'Too many are listening', advice: 'Listen on this device, or try again later.' },
  DISK_FULL: { title: 'The disk is full', advice: 'Make room on the server.' },
  UNAUTHENTICATED: { title: 'The server wants to know who asks', advice: 'Load the page again and log in.' },
  LOGIN_FAILED: { title: 'That is not the right name and password' },
  SCOPE_MISSING: { title: 'You may not do that', advice: 'Ask somebody who runs this server.' },
  INTERNAL: { title: 'Something broke on the server', advice: "The server's log has more under this number." },
};

/** Tells a failure, whatever it is. */
export function explain(error: unknown): Explanation {
  if (error instanceof Unreachable) {
    return {
      title: 'The server cannot be reached',
      detail: 'Nothing was lost; this page goes on as soon as it answers again.',
      advice: 'Is it still running?',
      offline: true,
    };
  }
  if (error instanceof Refused) {
    return ofProblem(error.problem);
  }
  return {
    title: 'This page made a mistake',
    detail: error instanceof Error ? sentence(error.message) : String(error),
    advice: 'Load it again.',
    offline: false,
  };
}

/** Tells a problem, such as one in a file's place. */
export function ofProblem(problem: Problem): Explanation {
  const known = KNOWN[problem.code] ?? { title: problem.title };
  return { ...known, detail: sentence(problem.detail), code: problem.code, offline: false };
}

/** What the server says of something, as a sentence. */
export function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1) + (/[.!?]$/.test(text) ? '' : '.');
}
