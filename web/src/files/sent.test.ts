import { describe, expect, it } from 'vitest';
import { sentOf, withoutOuterFolder } from './sent';

const paths = (...all: string[]) => withoutOuterFolder(all.map((path) => ({ path }))).map(({ path }) => path);

describe('the folder all files lie in', () => {
  it('is no label where it holds folders of labels', () => {
    expect(paths('set/yes/1.wav', 'set/no/ann/1.wav')).toEqual(['yes/1.wav', 'no/ann/1.wav']);
  });

  it('is a label where it holds the files', () => {
    expect(paths('yes/1.wav', 'yes/2.wav')).toEqual(['yes/1.wav', 'yes/2.wav']);
  });

  it('is a label where it holds one speaker', () => {
    expect(paths('yes/ann/1.wav', 'yes/ann/2.wav')).toEqual(['yes/ann/1.wav', 'yes/ann/2.wav']);
  });
});

describe('chosen files', () => {
  it('go by their names, whatever they are: the server says what is wrong with one', () => {
    expect(sentOf([new File([], 'words.txt')]).map(({ path }) => path)).toEqual(['words.txt']);
  });
});
