import { useState } from 'react';
import { useData, useDraft } from '#renderer/data/data.ts';
import { announce } from '#renderer/session/toasts.ts';
import type { Problem } from '#shared/kernel/errors.ts';
import { blamedField, checkEnrolment, type EnrolError, type EnrolFields } from './enrol-fields.ts';
import { syncProblem } from './sync-problem.ts';

interface Enrol {
  readonly fields: EnrolFields;
  readonly change: (part: Partial<EnrolFields>) => void;
  readonly errors: readonly EnrolError[];
  /** A refusal that no field can mend. */
  readonly problem: Problem | undefined;
  readonly isBusy: boolean;
  readonly submit: () => void;
}

interface Steps {
  /** Before the hub is asked. */
  readonly onBegin: ((fields: EnrolFields) => Promise<void>) | undefined;
  readonly onDone: () => void;
  readonly onFail: (() => void) | undefined;
}

/** The form with which this device joins a hub; what is typed outlives a reload. */
export function useEnrol(draftKey: string, { onBegin, onDone, onFail }: Steps): Enrol {
  const { sync, identity } = useData();
  const { draft, save, discard } = useDraft<EnrolFields>(draftKey);
  const [typed, setTyped] = useState<EnrolFields>();
  const [errors, setErrors] = useState<readonly EnrolError[]>([]);
  const [problem, setProblem] = useState<Problem>();
  const [isBusy, setBusy] = useState(false);
  const fields = typed ??
    draft ?? { address: '', code: '', name: `Laptop ${identity.shortCode}`, profile: 'lan' };

  const send = async () => {
    setBusy(true);
    try {
      await onBegin?.(fields);
      await sync.enrol({ ...fields, address: fields.address.trim(), name: fields.name.trim() });
      await discard();
      announce('Connected to the hub');
      onDone();
    } catch (error) {
      const found = syncProblem(error);
      const atField = blamedField(found);
      setErrors(atField ? [atField] : []);
      setProblem(atField ? undefined : found);
      onFail?.();
    } finally {
      setBusy(false);
    }
  };
  return {
    fields,
    errors,
    problem,
    isBusy,
    change: (part) => {
      const next = { ...fields, ...part };
      setTyped(next);
      save(next);
    },
    submit: () => {
      const found = checkEnrolment(fields);
      setErrors(found);
      setProblem(undefined);
      if (found.length === 0) void send();
    },
  };
}
