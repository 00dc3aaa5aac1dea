import type { Explanation } from '../api/explain';

const WORDS: Record<string, { title: string; advice: string }> = {
  NotAllowedError: {
    title: 'The microphone may not be used',
    advice: "Allow it for this page, beside the page's address, and start again.",
  },
  NotFoundError: { title: 'There is no microphone', advice: 'Connect one and start again.' },
  NotReadableError: { title: 'The microphone is in use', advice: 'Close what else uses it and start again.' },
};

/** What is wrong with the microphone, if it is that. */
export function microphoneFailure(failure: unknown): Explanation | undefined {
  const words = failure instanceof DOMException ? WORDS[failure.name] : undefined;
  return words && { ...words, detail: '', offline: false };
}
