import type { paths } from '../../generated/schema';

type ClipQuery = NonNullable<paths['/api/v1/projects/{project}/clips']['get']['parameters']['query']>;

export type ClipWarning = NonNullable<ClipQuery['warning']>;

/** Warnings, as people say them. */
export const WARNINGS: Record<ClipWarning, string> = {
  SHORT: 'very short',
  LONG: 'long',
  CLIPPED: 'clipped',
  SILENT: 'silent',
  LOW_RATE: 'low rate',
};

/** Which clips are shown, beside what is asked of them. */
export const SHOWN = {
  all: 'In use or not',
  usable: 'In use',
  unlabelled: 'Without a label',
  excluded: 'Left out',
  deleted: 'Deleted',
} as const;

export type Shown = keyof typeof SHOWN;

/** What is asked of clips; what is absent is not asked. */
export type ClipFilter = {
  shown: Shown;
  label?: string;
  speaker?: string;
  text?: string;
  part?: 'train' | 'test';
  warning?: ClipWarning;
};

/** A filter as it stands in the page's address, so that it can be sent to somebody. */
export function readFilter(address: URLSearchParams): ClipFilter {
  const filter: ClipFilter = { shown: isShown(address.get('shown')) };
  const part = address.get('part');
  const warning = address.get('warning');
  for (const key of ['label', 'speaker', 'text'] as const) {
    const value = address.get(key);
    if (value) {
      filter[key] = value;
    }
  }
  if (part === 'train' || part === 'test') {
    filter.part = part;
  }
  if (warning !== null && Object.hasOwn(WARNINGS, warning)) {
    filter.warning = warning as ClipWarning;
  }
  return filter;
}

/** The filter as the server is asked. */
export function toQuery({ shown, ...filter }: ClipFilter): ClipQuery {
  switch (shown) {
    case 'usable':
      return { ...filter, labelled: true, excluded: false };
    case 'unlabelled':
      return { ...filter, labelled: false };
    case 'excluded':
      return { ...filter, excluded: true };
    case 'deleted':
      return { ...filter, deleted: true };
    case 'all':
      return filter;
  }
}

/** Whether anything is asked at all. */
export function isNarrow({ shown, ...filter }: ClipFilter): boolean {
  return shown !== 'all' || Object.keys(filter).length > 0;
}

function isShown(word: string | null): Shown {
  return word !== null && Object.hasOwn(SHOWN, word) ? (word as Shown) : 'all';
}
