import type { TimelineItem } from '#renderer/data/data.ts';

const mostFields = 6;

/** What an entry is about, in a line: its text, its file, or the fields that it changed. */
export function entryDetails({ text, file, changes, kind }: TimelineItem): string {
  if (text !== undefined) return text;
  if (file) return file.name;
  if (kind === 'created') return '';
  const labels = changes.map(({ label }) => label);
  const left = labels.length - mostFields;
  return [...labels.slice(0, mostFields), ...(left > 0 ? [`${left} more`] : [])].join(', ');
}
