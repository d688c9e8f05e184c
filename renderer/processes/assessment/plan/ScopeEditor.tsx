import { useRef, useState, type KeyboardEvent } from 'react';
import { useData } from '#renderer/data/data.ts';
import { useKnownActor } from '#renderer/record/known-actor.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { Kbd } from '#renderer/ui/Kbd.tsx';
import { ProblemAlert } from '#renderer/ui/ProblemAlert.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import { levels } from '#shared/assessment/attributes.ts';
import { linesOf, withInstances, without, withTarget, type ScopeChoice } from '#shared/assessment/scope.ts';
import type { RecordView } from '#shared/definition/record.ts';
import { ScopeRow } from './ScopeRow.tsx';
import { ScopeTable } from './ScopeTable.tsx';
import { useScope, type ScopeEditing } from './use-scope.ts';
import styles from './scope.module.css';

/** Which processes are assessed, in which instances, up to which level. */
export function ScopeEditor({ assessment }: { readonly assessment: RecordView }) {
  const type = useData().catalogue.type('assessment');
  const actor = useKnownActor();
  const isFinal = type?.lifecycle.states[assessment.state]?.final === true;
  const canEdit = !isFinal && type?.edit.allows(actor, assessment) === true;
  const editing = useScope(assessment);
  const [isOpen, setOpen] = useState(false);
  return canEdit && (isOpen || editing.isChanged || editing.choices.length === 0) ? (
    <Editor editing={editing} onOpen={() => setOpen(true)} onClose={() => setOpen(false)} />
  ) : (
    <Shown choices={editing.choices} onChange={canEdit ? () => setOpen(true) : undefined} />
  );
}

interface ShownProps {
  readonly choices: readonly ScopeChoice[];
  /** Absent for those who may not change it. */
  readonly onChange: (() => void) | undefined;
}

function Shown({ choices, onChange }: ShownProps) {
  return (
    <Section
      title="Scope"
      actions={
        <>
          <span className={styles.count}>{countWords(choices)}</span>
          {onChange && (
            <Button size="small" onClick={onChange}>
              Change scope
            </Button>
          )}
        </>
      }
    >
      {choices.length === 0 ? (
        <EmptyState compact title="No process is in scope" text="The lead assessor chooses them here." />
      ) : (
        <ScopeTable choices={choices} />
      )}
    </Section>
  );
}

interface EditorProps {
  readonly editing: ScopeEditing;
  /** Something was changed: it stays open when it is saved or emptied. */
  readonly onOpen: () => void;
  readonly onClose: () => void;
}

function Editor({ editing, onOpen, onClose }: EditorProps) {
  const { groups, choices, isChanged, problems, save, discard } = editing;
  const list = useRef<HTMLDivElement>(null);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      if (isChanged) void keep();
      return;
    }
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    const rows = [...(list.current?.querySelectorAll<HTMLElement>('[data-scope-row]') ?? [])];
    const at = rows.findIndex((row) => row.contains(document.activeElement));
    const next = rows[at + step]?.querySelector<HTMLElement>('input[type="checkbox"]');
    if (at === -1 || !next) return;
    event.preventDefault();
    next.focus();
  };
  const change = (next: readonly ScopeChoice[]) => {
    onOpen();
    editing.change(next);
  };
  const keep = async () => {
    await save();
    onClose();
  };
  const target = (processes: readonly string[], level: (typeof levels)[number]) =>
    change(withTarget(choices, processes, level));
  const toggle = (processes: readonly string[], isIn: boolean) =>
    change(
      isIn
        ? withTarget(
            choices,
            processes.filter((process) => !find(choices, process)),
            usual(choices),
          )
        : without(choices, processes),
    );

  return (
    <Section
      title="Scope"
      actions={
        <>
          <span className={styles.count}>{countWords(choices)}</span>
          {!isChanged && choices.length > 0 && (
            <Button size="small" onClick={onClose}>
              Done
            </Button>
          )}
          {isChanged && (
            <>
              <Button size="small" onClick={discard}>
                Discard changes
              </Button>
              <Button size="small" variant="primary" onClick={() => void keep()}>
                Save scope
              </Button>
            </>
          )}
        </>
      }
    >
      <p className={styles.hint}>
        <Kbd keys="ArrowUp" /> <Kbd keys="ArrowDown" /> walk, <Kbd keys="Space" /> takes in or out,{' '}
        <Kbd keys="1" /> to <Kbd keys="5" /> set the target level, on a domain for all of it,{' '}
        <Kbd keys="Enter" /> goes to the instances, <Kbd keys="Ctrl+Enter" /> saves. What is taken out keeps
        its ratings and evidence.
      </p>
      <ProblemAlert problems={problems} />
      <div ref={list} className={styles.groups} onKeyDown={onKeyDown}>
        {groups.map((group) => {
          const codes = group.processes.map(({ code }) => code);
          return (
            <div key={group.code} role="group" aria-label={group.name} className={styles.group}>
              <ScopeRow
                isGroup
                label={group.name}
                choices={choices.filter(({ process }) => codes.includes(process))}
                of={codes.length}
                onToggle={(isIn) => toggle(codes, isIn)}
                onTarget={(level) => target(codes, level)}
              />
              {group.processes.map(({ code, name }) => {
                const own = find(choices, code);
                return (
                  <ScopeRow
                    key={code}
                    label={`${code} ${name}`.trim()}
                    choices={own ? [own] : []}
                    of={1}
                    onToggle={(isIn) => toggle([code], isIn)}
                    onTarget={(level) => target([code], level)}
                    onInstances={(text) => change(withInstances(choices, code, text))}
                  />
                );
              })}
            </div>
          );
        })}
      </div>
    </Section>
  );
}

function find(choices: readonly ScopeChoice[], process: string): ScopeChoice | undefined {
  return choices.find((choice) => choice.process === process);
}

/** The level that was given last to the most: what is taken in next most likely gets it too. */
function usual(choices: readonly ScopeChoice[]): ScopeChoice['target'] {
  const counted = levels.map((level) => ({
    level,
    times: choices.filter((choice) => choice.target === level).length,
  }));
  const best = counted.reduce((most, one) => (one.times > most.times ? one : most));
  return best.times === 0 ? 1 : best.level;
}

function countWords(choices: readonly ScopeChoice[]): string {
  const instances = linesOf(choices).length;
  const processes = choices.length === 1 ? '1 process' : `${choices.length} processes`;
  return instances === choices.length ? processes : `${processes}, ${instances} instances`;
}
