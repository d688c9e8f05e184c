import type { Catalogue } from '#shared/definition/catalogue.ts';
import type { ProcessDefinition } from '#shared/definition/process.ts';
import type { RecordType } from '#shared/definition/record-type.ts';

/** What the help is about; neither on pages of the workbench itself. */
export interface HelpTopic {
  readonly process: ProcessDefinition | undefined;
  readonly type: RecordType | undefined;
}

const typePages = new Set(['list', 'board', 'new']);

/**
 * The declaration that a page is about, by its address.
 * @param recordType type of the record that the address names, once that is known.
 */
export function helpTopic(path: string, catalogue: Catalogue, recordType: string | undefined): HelpTopic {
  const [kind = '', name = '', third = ''] = path.split('/').filter((part) => part !== '');
  if (kind === 'process') return { process: catalogue.process(name), type: undefined };
  const typeName = typePages.has(kind) ? name : kind === 'print' && name === 'list' ? third : recordType;
  const type = typeName === undefined ? undefined : catalogue.type(typeName);
  return { process: type && catalogue.process(type.process), type };
}

/** Id of the record that a page shows, if it shows one. */
export function recordOfPath(path: string): string | undefined {
  const parts = path.split('/').filter((part) => part !== '');
  if (parts[0] === 'record') return parts[1];
  return parts[0] === 'print' && parts[1] === 'record' ? parts[2] : undefined;
}
