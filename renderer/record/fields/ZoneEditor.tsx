import { TextInput } from '#renderer/ui/TextInput.tsx';
import { frameOf, type EditorProps } from './editor-props.ts';

const zones = ['UTC', ...Intl.supportedValuesOf('timeZone')];

/** A time zone by its IANA name, proposed while typing. */
export function ZoneEditor(props: EditorProps) {
  const { id, value, onChange } = props;
  const list = `${id}-zones`;
  return (
    <>
      <TextInput
        {...frameOf(props)}
        list={list}
        value={typeof value === 'string' ? value : ''}
        onChange={onChange}
      />
      <datalist id={list}>
        {zones.map((zone) => (
          <option key={zone} value={zone} />
        ))}
      </datalist>
    </>
  );
}
