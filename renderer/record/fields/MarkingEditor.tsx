import { useConfig } from '#renderer/data/data.ts';
import { TextInput } from '#renderer/ui/TextInput.tsx';
import { covers, usualMarkings } from '#shared/definition/marking.ts';
import { unitMarking } from '#shared/engine/marking.ts';
import { frameOf, type EditorProps } from './editor-props.ts';

/** A marking; those that the unit may hold are proposed. */
export function MarkingEditor(props: EditorProps) {
  const { id, value, onChange } = props;
  const limit = unitMarking(useConfig());
  const proposed = [...new Set([...usualMarkings.filter((marking) => covers(limit, marking)), limit])];
  const list = `${id}-markings`;
  return (
    <>
      <TextInput
        {...frameOf(props)}
        list={list}
        value={typeof value === 'string' ? value : ''}
        onChange={onChange}
      />
      <datalist id={list}>
        {proposed.map((marking) => (
          <option key={marking} value={marking} />
        ))}
      </datalist>
    </>
  );
}
