import type { EditorProps } from './editor-props.ts';
import { ProposingEditor } from './ProposingEditor.tsx';

const zones = ['UTC', ...Intl.supportedValuesOf('timeZone')];

/** A time zone by its IANA name. */
export function ZoneEditor(props: EditorProps) {
  return <ProposingEditor {...props} proposed={zones} />;
}
