import { TextInput } from '#renderer/ui/TextInput.tsx';
import { frameOf, type EditorProps } from './editor-props.ts';

/** A text that may be anything, with texts that are proposed while typing. */
export function ProposingEditor({
  proposed,
  ...props
}: EditorProps & { readonly proposed: readonly string[] }) {
  const { id, value, onChange } = props;
  const list = `${id}-proposed`;
  return (
    <>
      <TextInput
        {...frameOf(props)}
        list={list}
        value={typeof value === 'string' ? value : ''}
        onChange={onChange}
      />
      <datalist id={list}>
        {proposed.map((text) => (
          <option key={text} value={text} />
        ))}
      </datalist>
    </>
  );
}
