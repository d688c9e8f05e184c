import type { SlotProps } from '#renderer/record/slots.ts';
import { Notice } from '#renderer/ui/Notice.tsx';
import { isOpen } from '#shared/processes/incident/rules.ts';
import { RecordHead } from '../support/RecordHead.tsx';
import { togetherHint } from './family.ts';
import { useFamily } from './use-family.ts';

/** One line where the incident has a parent, or open children that share its fate. */
export function FamilyNotice({ record }: SlotProps) {
  const { parent, family } = useFamily(record);
  const hint = isOpen(record) ? togetherHint(family) : '';
  return (
    <>
      {parent && (
        <Notice tone="info">
          Child of <RecordHead id={parent} />
          {isOpen(record) && ' It is resolved together with its parent.'}
        </Notice>
      )}
      {hint && <Notice tone="info">{hint}</Notice>}
    </>
  );
}
