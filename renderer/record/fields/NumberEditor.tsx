import { useState } from 'react';
import { TextInput } from '#renderer/ui/TextInput.tsx';
import { frameOf, type EditorProps } from './editor-props.ts';

/** Keeps what was typed (“1.”, “-”) while it is no number yet; validation then says what is expected. */
export function NumberEditor(props: EditorProps & { readonly unit?: string | undefined }) {
  const { value, onChange, unit } = props;
  const shown = typeof value === 'number' || typeof value === 'string' ? String(value) : '';
  const [typed, setTyped] = useState(shown);
  const isSame = typed === shown || (typed !== '' && Number(typed.replace(',', '.')) === value);
  return (
    <TextInput
      {...frameOf(props)}
      value={isSame ? typed : shown}
      onChange={(text) => {
        setTyped(text);
        const number = Number(text.replace(',', '.'));
        onChange(text.trim() === '' ? null : Number.isNaN(number) ? text : number);
      }}
      end={unit}
    />
  );
}
