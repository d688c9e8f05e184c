import { Button } from '#renderer/ui/Button.tsx';
import { TextInput } from '#renderer/ui/TextInput.tsx';
import { PassphraseInput } from './PassphraseInput.tsx';
import type { Proof } from './use-proof.ts';

interface ProofInputProps {
  readonly proof: Proof;
  /** Where several people could be meant. */
  readonly name?: string;
}

/** The passphrase, or the PIN where one waits. */
export function ProofInput({ proof, name }: ProofInputProps) {
  const of = name === undefined ? '' : ` of ${name}`;
  if (!proof.isPin) {
    return <PassphraseInput label={`Passphrase${of}`} value={proof.text} onChange={proof.setText} />;
  }
  return (
    <TextInput
      key="pin"
      label={`PIN${of}`}
      type="password"
      value={proof.text}
      onChange={proof.setText}
      required
      autoFocus
    />
  );
}

/** The other way to prove it, where there is one. */
export function OtherProof({ proof: { change, isPin } }: { readonly proof: Proof }) {
  return change ? <Button onClick={change}>{isPin ? 'Use the passphrase' : 'Use the PIN'}</Button> : null;
}
