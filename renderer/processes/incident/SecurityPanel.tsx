import { useTitles } from '#renderer/record/use-titles.ts';
import { FieldDisplay } from '#renderer/record/fields/FieldDisplay.tsx';
import { useKnownActor } from '#renderer/record/known-actor.ts';
import { paths } from '#renderer/record/navigation.ts';
import type { SlotProps } from '#renderer/record/slots.ts';
import { useHolders } from '#renderer/session/use-holders.ts';
import { AppLink } from '#renderer/ui/AppLink.tsx';
import { Chip } from '#renderer/ui/Chip.tsx';
import { isOpen } from '#shared/processes/incident/rules.ts';
import { isEmpty } from '#shared/definition/values.ts';
import { Facts, Panel } from '../support/Panel.tsx';
import { containmentOf, onlookers, type Containment } from './security.ts';
import styles from '../support/panel.module.css';

/** More names than this help nobody. */
const mostNames = 8;
const handling = ['securityCategory', 'disclosure', 'reportedTo', 'evidence'];

/** Who may see a security incident, and whether its harm is contained. */
export function SecurityPanel({ type, record }: SlotProps) {
  const actor = useKnownActor();
  const containment = containmentOf(record, actor);
  const isAlarm = isOpen(record) && containment.status === 'missing';
  const shown = containment.status === 'hidden' ? [] : handling;
  return (
    <Panel title="Security incident" tone={isAlarm ? 'alarm' : 'attention'}>
      <Facts
        facts={[
          [
            'Containment',
            <ContainmentState key="containment" containment={containment} isOpen={isOpen(record)} />,
          ],
          ...shown.map((name) => {
            const field = type.fields[name];
            const value = record.fields[name];
            const isSet = field !== undefined && !isEmpty(value ?? null);
            return [
              field?.label ?? name,
              isSet ? (
                <FieldDisplay field={field} value={value} />
              ) : (
                <span className={styles.muted}>not recorded</span>
              ),
            ] as const;
          }),
          ['Who sees it', <WhoSees key="who" record={record} />],
        ]}
      />
    </Panel>
  );
}

function ContainmentState({
  containment,
  isOpen: isStillOpen,
}: {
  readonly containment: Containment;
  readonly isOpen: boolean;
}) {
  if (containment.status === 'hidden') {
    return (
      <span className={styles.muted}>
        How it is handled is seen by security analysts and those who work on it.
      </span>
    );
  }
  if (containment.status === 'recorded') {
    return (
      <>
        <Chip tone="state-done">Recorded</Chip> <span className={styles.text}>{containment.text}</span>
      </>
    );
  }
  return (
    <>
      <Chip tone="clock-breached">Not recorded</Chip>{' '}
      {isStillOpen && 'It cannot be resolved before. Fill in “Containment” in the section Security.'}
    </>
  );
}

function WhoSees({ record }: { readonly record: SlotProps['record'] }) {
  const named = onlookers(record);
  const labels = useTitles(named.map(({ id }) => id));
  const analysts = useHolders('securityAnalyst');
  const more = analysts.length - mostNames;
  return (
    <ul className={styles.list}>
      <li>
        Security analysts: {analysts.length === 0 && 'nobody has this role'}
        {analysts.slice(0, mostNames).map(({ id, name }, index) => (
          <span key={id}>
            {index > 0 && ', '}
            <AppLink href={paths.record(id)}>{name}</AppLink>
          </span>
        ))}
        {more > 0 && (
          <>
            {' '}
            <AppLink href="/roles">and {more} more</AppLink>
          </>
        )}
      </li>
      {named.map(({ id, as, seesHandling }) => (
        <li key={id}>
          {as}: <AppLink href={paths.record(id)}>{labels.get(id) ?? '…'}</AppLink>
          {!seesHandling && <span className={styles.muted}> (not how it is handled)</span>}
        </li>
      ))}
    </ul>
  );
}
