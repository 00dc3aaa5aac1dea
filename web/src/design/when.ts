const SHORT = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });

/** A moment as people read it: Nov 21, 2026, 10:44 PM, or as their language has it. */
export const when = (moment: string | number): string => SHORT.format(new Date(moment));
