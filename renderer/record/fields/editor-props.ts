import type { FieldTexts } from '#renderer/ui/FieldFrame.tsx';
import type { FieldValue } from '#shared/definition/values.ts';

/** What every editor of a field takes; the value may be of the wrong kind while a person types, which validation says. */
export interface EditorProps extends FieldTexts {
  readonly id: string;
  readonly value: FieldValue | undefined;
  readonly onChange: (value: FieldValue) => void;
  readonly onBlur?: (() => void) | undefined;
  readonly autoFocus?: boolean | undefined;
  readonly disabled?: boolean | undefined;
}

/** The part of the props that a text input takes as it is. */
export function frameOf(props: EditorProps) {
  const { id, label, required, help, error, hideLabel, onBlur, autoFocus, disabled } = props;
  return { id, label, required, help, error, hideLabel, onBlur, autoFocus, disabled };
}
