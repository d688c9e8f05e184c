import { useData } from '#renderer/data/data.ts';
import { useKnownActor } from '#renderer/record/known-actor.ts';
import { Select } from '#renderer/ui/Select.tsx';
import { TextInput } from '#renderer/ui/TextInput.tsx';
import { withKey, withMode } from '#shared/import/edit-template.ts';
import type { ImportMode, ImportTemplate } from '#shared/import/template.ts';
import type { Inspection } from '../protocol.ts';
import type { StepProps } from './step-props.ts';
import styles from '../import.module.css';

const modes = [
  { value: 'records', label: 'One line is one record' },
  { value: 'eventLog', label: 'Several lines are the history of one record (event log)' },
] as const;

const duplicates = [
  { value: 'skip', label: 'Leave it as it is' },
  { value: 'update', label: 'Update it from the file', help: 'Empty cells change nothing.' },
  { value: 'reject', label: 'Refuse the line' },
] as const;

interface HoldsFormProps extends StepProps {
  readonly inspection: Inspection;
  readonly template: ImportTemplate;
}

/** What the lines are, how they are told apart, and what happens to those that are here already. */
export function HoldsForm({ actions, type, inspection, template }: HoldsFormProps) {
  const { catalogue } = useData();
  const actor = useKnownActor();
  const types = catalogue.types
    .filter((one) => one.create.allows(actor, undefined))
    .map(({ name, plural }) => ({ value: name, label: plural }))
    .sort((a, b) => a.label.localeCompare(b.label));
  const columns = inspection.headings.map((heading) => ({ value: heading, label: heading }));
  const setMode = (mode: ImportMode) => {
    if (type) actions.edit(withMode(template, mode, type, inspection.headings));
  };
  return (
    <div className={styles.form}>
      <Select
        label="Records"
        value={template.recordType}
        options={types}
        onChange={actions.setType}
        required
      />
      <Select<ImportMode> label="Lines" value={template.mode} options={modes} onChange={setMode} />
      <Select<string>
        label="Key column"
        value={template.key?.column ?? ''}
        options={columns}
        emptyLabel="None: every line is a new record"
        onChange={(column) => type && actions.edit(withKey(template, column, type))}
        required={template.mode === 'eventLog'}
        help="Holds what is different for every record, such as the ticket number. It is kept as “Reference elsewhere”."
      />
      <Select
        label="If a record with that key is here already"
        value={template.duplicates}
        options={duplicates}
        onChange={(value) => actions.edit({ ...template, duplicates: value })}
        help="Lines of an earlier import of the same data are never taken twice."
      />
      <TextInput
        label="Source"
        value={template.source}
        onChange={(source) => actions.edit({ ...template, source })}
        required
        help="The system the data comes from. The same line from the same source counts once."
      />
    </div>
  );
}
