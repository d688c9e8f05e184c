import { Section } from '#renderer/ui/Section.tsx';
import { Select } from '#renderer/ui/Select.tsx';
import { withEventColumn, withEvents, withOpening } from '#shared/import/edit-template.ts';
import type { EventRules, ImportTemplate } from '#shared/import/template.ts';
import type { Inspection } from '../protocol.ts';
import type { StepProps } from './step-props.ts';
import styles from '../import.module.css';

interface EventFormProps extends StepProps {
  readonly template: ImportTemplate;
  readonly events: EventRules;
  readonly inspection: Inspection;
}

/** The columns that make a history of several lines: when, who, in which order, in which state. */
export function EventForm({ actions, template, events, inspection }: EventFormProps) {
  const options = inspection.headings.map((heading) => ({ value: heading, label: heading }));
  const change = (part: Partial<EventRules>) => actions.edit(withEvents(template, part));
  const optional = { options, emptyLabel: 'None' };
  return (
    <Section title="History">
      <div className={styles.form}>
        <Select
          label="Time of the event"
          value={events.time}
          options={options}
          onChange={(time) => change({ time })}
          required
        />
        <Select
          label="State after the event"
          value={events.state.column}
          options={options}
          onChange={(column) => change({ state: { ...events.state, column } })}
          required
        />
        <Select
          label="Who did it"
          value={events.actor ?? ''}
          {...optional}
          onChange={(heading) => actions.edit(withEventColumn(template, 'actor', heading))}
        />
        <Select
          label="Number of the change"
          value={events.sequence ?? ''}
          {...optional}
          onChange={(heading) => actions.edit(withEventColumn(template, 'sequence', heading))}
          help="Puts events of the same minute in order."
        />
        <Select
          label="When it was opened"
          value={events.opened?.time ?? ''}
          {...optional}
          onChange={(heading) => actions.edit(withOpening(template, 'time', heading))}
        />
        <Select
          label="Who opened it"
          value={events.opened?.actor ?? ''}
          {...optional}
          onChange={(heading) => actions.edit(withOpening(template, 'actor', heading))}
        />
      </div>
    </Section>
  );
}
