import { useConfig } from '#renderer/data/data.ts';
import { covers, usualMarkings } from '#shared/definition/marking.ts';
import { unitMarking } from '#shared/engine/marking.ts';
import type { EditorProps } from './editor-props.ts';
import { ProposingEditor } from './ProposingEditor.tsx';

/** A marking; those that the unit may hold are proposed. */
export function MarkingEditor(props: EditorProps) {
  const limit = unitMarking(useConfig());
  const proposed = [...new Set([...usualMarkings.filter((marking) => covers(limit, marking)), limit])];
  return <ProposingEditor {...props} proposed={proposed} />;
}
