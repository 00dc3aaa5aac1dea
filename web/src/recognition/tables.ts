import type { Asked } from './Recognition';

/** All answers as a table: file, label, probability, each label's probability, latency, problem. */
export function csv(asked: readonly Asked[], labels: readonly string[]): string {
  const head = ['file', 'label', 'probability', ...labels.map((label) => `p(${label})`), 'latency_ms', 'problem'];
  const rows = asked.map(({ file, result }) => [
    file.name,
    result?.label ?? '',
    result?.probability ?? '',
    ...labels.map((label) => result?.probabilities?.[label] ?? ''),
    result?.latency_ms ?? '',
    result?.problem?.code ?? '',
  ]);
  return [head, ...rows].map((row) => row.map(cell).join(',')).join('\r\n') + '\r\n';
}

/** As RFC 4180 quotes it; a spreadsheet must not take a file's name for a formula. */
function cell(value: string | number): string {
  const text = typeof value === 'string' && /^[=+\-@]/.test(value) ? `'${value}` : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

export function json(asked: readonly Asked[]): string {
  return JSON.stringify(
    asked.map(({ file, result }) => result ?? { file: file.name }),
    null,
    2,
  );
}
