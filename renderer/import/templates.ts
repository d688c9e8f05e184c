import { usePreference } from '#renderer/data/data.ts';
import serviceNow from '#resources/templates/servicenow-incident-event-log.json' with { type: 'json' };
import { fitsHeadings } from '#shared/import/auto-map.ts';
import { readTemplate } from '#shared/import/template-schema.ts';
import type { ImportTemplate } from '#shared/import/template.ts';

const shipped: readonly unknown[] = [serviceNow];
const none: readonly unknown[] = [];

export interface Templates {
  /** Those whose columns the file has: the person's own first, then the shipped ones. */
  readonly fitting: readonly ImportTemplate[];
  readonly own: readonly ImportTemplate[];
  readonly save: (template: ImportTemplate) => void;
  readonly remove: (name: string) => void;
}

/** Templates that came with Outpost and those saved on this device. What an older version kept and is no template is passed over. */
export function useTemplates(headings: readonly string[]): Templates {
  const [stored, setStored] = usePreference<readonly unknown[]>('import-templates', none);
  const own = readAll(stored);
  const names = new Set(own.map(({ name }) => name));
  const all = [...own, ...readAll(shipped).filter(({ name }) => !names.has(name))];
  return {
    fitting: all.filter((template) => fitsHeadings(template, headings)),
    own,
    save: (template) => setStored([...own.filter(({ name }) => name !== template.name), template]),
    remove: (name) => setStored(own.filter((template) => template.name !== name)),
  };
}

function readAll(values: readonly unknown[]): readonly ImportTemplate[] {
  return values.flatMap((value) => {
    const read = readTemplate(value);
    return read.ok ? [read.value] : [];
  });
}
