import { useCallback, useState } from 'react';
import { useCommand } from '#renderer/session/use-command.ts';
import type { Head } from '#shared/definition/record.ts';
import type { Problem } from '#shared/kernel/errors.ts';
import type { OpenConflict } from './conflicts.ts';

const none: readonly Problem[] = [];

/** Settles a conflict through the door that all changes take; it can be undone. */
export function useSettle(): {
  readonly settle: (item: OpenConflict, head: Head) => void;
  readonly problemsOf: (key: string) => readonly Problem[];
} {
  const run = useCommand();
  const [problems, setProblems] = useState<ReadonlyMap<string, readonly Problem[]>>(new Map());
  const settle = useCallback(
    ({ key, record, conflict }: OpenConflict, { value }: Head) => {
      void run({ kind: 'edit', record: record.id, fields: { [conflict.field]: value } }).then((result) =>
        setProblems((old) => new Map(old).set(key, result.ok ? none : result.error)),
      );
    },
    [run],
  );
  const problemsOf = useCallback((key: string) => problems.get(key) ?? none, [problems]);
  return { settle, problemsOf };
}
