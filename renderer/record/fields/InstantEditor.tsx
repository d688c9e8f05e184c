import { useState } from 'react';
import { TextInput } from '#renderer/ui/TextInput.tsx';
import { formatZulu, fromLocalInput, toLocalInput, zoneSign } from '#renderer/ui/time/format-time.ts';
import { useZone } from '#renderer/ui/time/zone.tsx';
import { frameOf, type EditorProps } from './editor-props.ts';

/** Date and time on the wall clock of the unit's zone; the same instant in Zulu stands below. */
export function InstantEditor(props: EditorProps) {
  const { value, onChange, help } = props;
  const zone = useZone();
  const at = typeof value === 'number' ? value : undefined;
  const shown = at === undefined ? '' : toLocalInput(at, zone);
  const [typed, setTyped] = useState(shown);
  const zoneHelp = at === undefined ? `Time in ${zone}` : `${zoneSign(at, zone)} · ${formatZulu(at)}`;
  // The first of a doubled hour stays what was typed, so the input does not jump.
  const isSame = fromLocalInput(typed, zone) === at;
  return (
    <TextInput
      {...frameOf(props)}
      type="datetime-local"
      help={help ? `${zoneHelp} · ${help}` : zoneHelp}
      value={isSame ? typed : shown}
      onChange={(text) => {
        setTyped(text);
        onChange(fromLocalInput(text, zone) ?? null);
      }}
    />
  );
}
