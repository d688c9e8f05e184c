import { useMemo } from 'react';
import { useNow, useTimeline, type TimelineItem } from '#renderer/data/data.ts';
import { useTitles } from '#renderer/record/use-titles.ts';
import { RecordLinks } from '#renderer/record/fields/FieldDisplay.tsx';
import { formatValue } from '#renderer/record/fields/format-value.ts';
import type { SlotProps } from '#renderer/record/slots.ts';
import { Chip } from '#renderer/ui/Chip.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import { Time } from '#renderer/ui/Time.tsx';
import { isOpen, isSecurity } from '#shared/processes/incident/rules.ts';
import { textOf } from '#shared/definition/record.ts';
import { Facts, Panel } from '../support/Panel.tsx';
import { useAllowed } from '../support/use-allowed.ts';
import { ReviewPart } from './ReviewPart.tsx';
import { UpdateComposer } from './UpdateComposer.tsx';
import { stakeholderUpdates, updateDue } from './updates.ts';
import styles from '../support/panel.module.css';

/** Everything that makes an incident a major one: who leads it, what it does to the mission, what people were told, the review. */
export function MajorPanel({ type, record }: SlotProps) {
  const now = useNow();
  const { items, isLoading } = useTimeline(record.id);
  const updates = useMemo(() => stakeholderUpdates(items), [items]);
  const [post] = useAllowed(type, record, ['postUpdate']);
  const declared = record.life.findLast((step) => step.action === 'declareMajor');
  const due = isOpen(record) ? updateDue(record.fields['nextUpdateDue'], now) : undefined;
  const manager = textOf(record, 'majorManager');
  const impact = textOf(record, 'businessImpact');
  const disclosure = formatValue(type.fields['disclosure'] ?? { kind: 'text' }, record.fields['disclosure'], {
    zone: 'UTC',
    label: String,
  });
  return (
    <Panel title="Major incident" tone={isOpen(record) ? 'alarm' : 'plain'}>
      <Facts
        facts={[
          [
            'Manager',
            manager ? (
              <RecordLinks ids={[manager]} />
            ) : (
              'Nobody yet. A major incident has one person who leads it.'
            ),
          ],
          [
            'Effect on the mission',
            impact ? <span className={styles.text}>{impact}</span> : 'Not written yet',
          ],
          ['Declared', declared && <Time at={declared.at} now={now} />],
          [
            'Next update due',
            due ? (
              <>
                <Chip tone={due.tone}>{due.text}</Chip>{' '}
                <Time at={Number(record.fields['nextUpdateDue'])} mode="absolute" />
              </>
            ) : isOpen(record) ? (
              'Not promised'
            ) : undefined,
          ],
        ]}
      />
      <Section title="Updates to stakeholders" level={3}>
        {post && (
          <UpdateComposer
            record={record}
            caution={
              isSecurity(record)
                ? `Security incident: say nothing that helps an attacker. May be told to: ${disclosure || 'not settled'}.`
                : undefined
            }
          />
        )}
        {!isLoading && updates.length === 0 && (
          <EmptyState compact title="Stakeholders have not heard anything yet." />
        )}
        <UpdateList updates={updates} now={now} />
      </Section>
      <ReviewPart type={type} record={record} />
    </Panel>
  );
}

function UpdateList({ updates, now }: { readonly updates: readonly TimelineItem[]; readonly now: number }) {
  const labels = useTitles(updates.map((item) => item.actor));
  if (updates.length === 0) return null;
  return (
    <ol className={styles.list} aria-label="Updates to stakeholders, newest first">
      {updates.map((item) => (
        <li key={item.ref} className={styles.update}>
          <div className={styles.small}>
            <Time at={item.at} now={now} /> · {labels.get(item.actor) ?? '…'}
          </div>
          <div className={styles.text}>{item.text}</div>
        </li>
      ))}
    </ol>
  );
}
