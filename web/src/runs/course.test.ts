import { describe, expect, it } from 'vitest';
import { after, BEGINNING, lines, share, type JobEvent } from './course';

const epoch = (number: number, figures: Record<string, number>): JobEvent => ({
  kind: 'progress',
  number,
  body: JSON.stringify({ epochs: 3, ...figures }),
});
const followed = (...events: JobEvent[]) => events.reduce(after, BEGINNING);

describe('the course of a job', () => {
  it('keeps state, words and epochs', () => {
    const course = followed(
      { kind: 'state', number: 1, body: 'running' },
      { kind: 'log', number: 2, body: '192 clips to learn from' },
      epoch(3, { epoch: 1, training_loss: 2 }),
      epoch(4, { epoch: 2, training_loss: 1 }),
    );
    expect(course.state).toBe('running');
    expect(course.said).toEqual([{ number: 2, text: '192 clips to learn from' }]);
    expect(course.epochs.map((each) => each['training_loss'])).toEqual([2, 1]);
  });

  it('counts an epoch that is told twice once, and forgets those after it', () => {
    const course = followed(epoch(1, { epoch: 1, x: 1 }), epoch(2, { epoch: 2, x: 2 }), epoch(3, { epoch: 1, x: 3 }));
    expect(course.epochs.map((each) => each['x'])).toEqual([3]);
  });

  it('draws what was measured, and nothing else', () => {
    const { epochs } = followed(epoch(1, { epoch: 1, training_loss: 2 }));
    expect(lines(epochs, { training_loss: 'training', validation_loss: 'validation' })).toEqual([
      { name: 'training', values: [2] },
    ]);
  });
});

describe('how much is done', () => {
  it('is told of epochs and of anything that is counted', () => {
    expect(share({ epoch: 2, epochs: 4 })).toBe(0.5);
    expect(share({ done: 1, of: 4 })).toBe(0.25);
    expect(share({ what: 'thinking' })).toBeUndefined();
  });
});
