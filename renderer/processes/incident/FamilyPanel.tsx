import { useData } from '#renderer/data/data.ts';
import { RowState } from '#renderer/record/columns/RowState.tsx';
import { paths } from '#renderer/record/navigation.ts';
import type { SlotProps } from '#renderer/record/slots.ts';
import { AppLink } from '#renderer/ui/AppLink.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { LinkButton } from '#renderer/ui/LinkButton.tsx';
import { PriorityChip } from '#renderer/ui/PriorityChip.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import { isOpen } from '#shared/processes/incident/rules.ts';
import { textOf, type RecordView } from '#shared/definition/record.ts';
import type { FieldValues } from '#shared/definition/values.ts';
import { RecordHead } from '../support/RecordHead.tsx';
import { togetherHint } from './family.ts';
import { useFamily } from './use-family.ts';
import styles from '../support/panel.module.css';

const inherited = ['service', 'offering', 'category', 'organisation', 'location', 'impact', 'urgency'];

/** A child begins with what it shares with its parent. */
export function childOf(record: RecordView): FieldValues {
  const shared = inherited.flatMap((name) => {
    const value = textOf(record, name);
    return value === '' ? [] : [[name, value] as const];
  });
  return { parent: record.id, ...Object.fromEntries(shared) };
}

/** One disturbance reported many times: its parent, its children and what happens to them together. */
export function FamilyPanel({ type, record }: SlotProps) {
  const { catalogue } = useData();
  const { parent, children, family, total, query } = useFamily(record);
  const incident = catalogue.type('incident') ?? type;
  const addChild = isOpen(record) && (
    <LinkButton size="small" href={paths.create('incident', childOf(record))}>
      Log a child incident
    </LinkButton>
  );
  return (
    <div className={styles.tab}>
      {parent && (
        <Section title="Parent incident" level={3}>
          <p>
            <RecordHead id={parent} />
          </p>
        </Section>
      )}
      <Section title="Child incidents" level={3} actions={addChild}>
        {isOpen(record) && family.open > 0 && <p className={styles.muted}>{togetherHint(family)}</p>}
        {children?.length === 0 && (
          <EmptyState
            compact
            title={
              isOpen(record) ? 'No other report of this disturbance is linked yet.' : 'It has no children.'
            }
            {...(isOpen(record)
              ? { text: 'Where several users report the same, link theirs here and resolve them together.' }
              : {})}
          />
        )}
        {children && children.length > 0 && (
          <ul className={styles.list} aria-label="Child incidents">
            {children.map((row) => (
              <li key={row.id} className={styles.line}>
                <AppLink href={paths.record(row.id)} className={styles.number}>
                  {String(row.cells['number'])}
                </AppLink>
                <span className={styles.title}>{String(row.cells['title'] ?? '')}</span>
                <PriorityChip value={String(row.cells['priority'])} compact />
                <RowState type={incident} row={row} />
              </li>
            ))}
          </ul>
        )}
        {children && total > children.length && (
          <AppLink href={paths.list(query)}>All {total.toLocaleString('en-GB')} children</AppLink>
        )}
      </Section>
    </div>
  );
}
