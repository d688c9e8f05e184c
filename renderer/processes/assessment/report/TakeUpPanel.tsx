import { useState } from 'react';
import { useData, useRecords } from '#renderer/data/data.ts';
import { useKnownActor } from '#renderer/record/known-actor.ts';
import { paths } from '#renderer/record/navigation.ts';
import { useTitles } from '#renderer/record/use-titles.ts';
import { useCommand } from '#renderer/session/use-command.ts';
import { AppLink } from '#renderer/ui/AppLink.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { Checkbox } from '#renderer/ui/Checkbox.tsx';
import { ProblemAlert } from '#renderer/ui/ProblemAlert.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import { textOf, type RecordView } from '#shared/definition/record.ts';
import type { Problem } from '#shared/kernel/errors.ts';
import { allowedActions } from '#shared/engine/lifecycle.ts';
import styles from './report.module.css';

const most = 5000;

/** Turns the recommendations that are chosen into improvements, each with its owner. Shows nothing where none is left. */
export function TakeUpPanel({ assessment }: { readonly assessment: string }) {
  const data = useData();
  const actor = useKnownActor();
  const run = useCommand();
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [isBusy, setBusy] = useState(false);
  const type = data.catalogue.type('recommendation');
  const found = useRecords(
    [
      {
        type: 'recommendation',
        where: [
          { column: 'assessment', in: [assessment] },
          { column: 'state', in: ['proposed'] },
        ],
      },
    ],
    most,
  );
  const open = (found ?? []).filter(
    (one) => type && allowedActions(type, one, actor).some(({ action }) => action === 'takeUp'),
  );
  const owners = useTitles(open.map((one) => textOf(one, 'owner')).filter((id) => id !== ''));
  if (open.length === 0) return null;
  const chosen = open.filter((one) => textOf(one, 'owner') !== '' && !left.has(one.id));

  const takeUp = async () => {
    setBusy(true);
    const faults: Problem[] = [];
    for (const { id } of chosen) {
      const done = await run(
        { kind: 'act', record: id, action: 'takeUp', inputs: {} },
        { quiet: chosen.length > 1 },
      );
      if (!done.ok) faults.push(...done.error);
    }
    setProblems(faults);
    setBusy(false);
  };
  const toggle = (id: string) =>
    setLeft((before) => {
      const next = new Set(before);
      if (!next.delete(id)) next.add(id);
      return next;
    });
  return (
    <Section
      title="Recommendations not taken up yet"
      actions={
        <Button disabled={chosen.length === 0} busy={isBusy} onClick={() => void takeUp()}>
          {chosen.length === open.length ? 'Take up all' : `Take up ${chosen.length} of ${open.length}`}
        </Button>
      }
    >
      <ProblemAlert problems={problems} />
      <ul className={styles.list}>
        {open.map((one) => (
          <li key={one.id}>
            <Choice
              recommendation={one}
              owner={owners.get(textOf(one, 'owner'))}
              isChosen={!left.has(one.id)}
              onToggle={() => toggle(one.id)}
            />
          </li>
        ))}
      </ul>
    </Section>
  );
}

interface ChoiceProps {
  readonly recommendation: RecordView;
  /** Name; undefined where nobody is named. */
  readonly owner: string | undefined;
  readonly isChosen: boolean;
  readonly onToggle: () => void;
}

function Choice({ recommendation, owner, isChosen, onToggle }: ChoiceProps) {
  const hasOwner = textOf(recommendation, 'owner') !== '';
  return (
    <span className={styles.verdict}>
      <Checkbox
        label={textOf(recommendation, 'name')}
        checked={isChosen && hasOwner}
        disabled={!hasOwner}
        onChange={onToggle}
      />
      <AppLink href={paths.record(recommendation.id)}>{recommendation.number}</AppLink>
      <span className={styles.muted}>
        {hasOwner ? `Owner: ${owner ?? '…'}` : 'Name an owner first, on its page.'}
      </span>
    </span>
  );
}
