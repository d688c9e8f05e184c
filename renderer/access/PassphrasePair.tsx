import { problem, ProblemError } from '#shared/kernel/errors.ts';
import { TextInput } from '#renderer/ui/TextInput.tsx';

export interface NewPassphrase {
  readonly first: string;
  readonly second: string;
}

export const noPassphrase: NewPassphrase = { first: '', second: '' };

/** @throws ProblemError OUT-KEY-007 where the two are not the same. */
export function agreedPassphrase({ first, second }: NewPassphrase): string {
  if (first !== second) throw new ProblemError(problem('OUT-KEY-007'));
  return first;
}

/** A new passphrase, typed twice. */
export function PassphrasePair({
  value,
  onChange,
}: {
  readonly value: NewPassphrase;
  readonly onChange: (value: NewPassphrase) => void;
}) {
  return (
    <>
      <TextInput
        label="New passphrase"
        type="password"
        autoComplete="new-password"
        help="At least 12 characters; four words are easy to keep."
        value={value.first}
        onChange={(first) => onChange({ ...value, first })}
        required
      />
      <TextInput
        label="The same again"
        type="password"
        autoComplete="new-password"
        value={value.second}
        onChange={(second) => onChange({ ...value, second })}
        required
      />
    </>
  );
}
