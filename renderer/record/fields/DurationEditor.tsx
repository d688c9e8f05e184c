import { useState } from 'react';
import { TextInput } from '#renderer/ui/TextInput.tsx';
import { readDuration, showDuration } from './duration-text.ts';
import { frameOf, type EditorProps } from './editor-props.ts';

/** Takes “4 h 30 min”, “1 d” or the ISO form. A day is a service day of the calendar it is used with. */
export function DurationEditor(props: EditorProps) {
  const { value, onChange } = props;
  const kept = typeof value === 'string' ? value : '';
  const [typed, setTyped] = useState(showDuration(kept));
  const isSame = (readDuration(typed) ?? typed.trim()) === kept;
  return (
    <TextInput
      {...frameOf(props)}
      value={isSame ? typed : showDuration(kept)}
      placeholder="4 h 30 min or 1 d"
      onChange={(text) => {
        setTyped(text);
        onChange(text.trim() === '' ? null : (readDuration(text) ?? text.trim()));
      }}
    />
  );
}
