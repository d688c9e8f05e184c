import { textOf, type RecordView } from '#shared/definition/record.ts';
import { TextSection } from './TextSection.tsx';

/** How far the ratings can be relied on. */
export function Confidence({ assessment }: { readonly assessment: RecordView }) {
  return <TextSection title="Confidence" text={textOf(assessment, 'confidence')} />;
}
