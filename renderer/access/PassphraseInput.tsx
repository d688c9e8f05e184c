import { TextInput } from '#renderer/ui/TextInput.tsx';

interface PassphraseInputProps {
  readonly label?: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly autoFocus?: boolean;
}

/** The passphrase that somebody has. */
export function PassphraseInput({
  label = 'Passphrase',
  value,
  onChange,
  autoFocus = true,
}: PassphraseInputProps) {
  return (
    <TextInput
      label={label}
      type="password"
      autoComplete="current-password"
      value={value}
      onChange={onChange}
      required
      autoFocus={autoFocus}
    />
  );
}
