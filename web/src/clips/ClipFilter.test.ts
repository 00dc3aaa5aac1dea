import { describe, expect, it } from 'vitest';
import { isNarrow, readFilter, toQuery } from './ClipFilter';

const read = (address: string) => readFilter(new URLSearchParams(address));

describe('a filter in an address', () => {
  it('asks nothing where the address says nothing', () => {
    expect(read('')).toEqual({ shown: 'all' });
    expect(isNarrow(read(''))).toBe(false);
  });

  it('is read back, whatever else stands there', () => {
    expect(read('label=yes&warning=SILENT&part=test&shown=excluded&view=grid')).toEqual({
      shown: 'excluded',
      label: 'yes',
      warning: 'SILENT',
      part: 'test',
    });
  });

  it('does not ask what the server does not know', () => {
    expect(read('warning=LOUD&part=both&shown=toString&label=')).toEqual({ shown: 'all' });
  });
});

describe('a filter as the server is asked', () => {
  it('names what is shown as the API does', () => {
    expect(toQuery({ shown: 'unlabelled', text: 'ann' })).toEqual({ text: 'ann', labelled: false });
    expect(toQuery({ shown: 'deleted' })).toEqual({ deleted: true });
    expect(toQuery({ shown: 'all', label: 'yes' })).toEqual({ label: 'yes' });
  });
});
