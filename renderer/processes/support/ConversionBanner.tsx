import type { SlotProps } from '#renderer/record/slots.ts';
import { Notice } from '#renderer/ui/Notice.tsx';
import { textOf, type RecordView } from '#shared/definition/record.ts';
import { RecordHead } from './RecordHead.tsx';

export function isConverted(record: RecordView): boolean {
  return textOf(record, 'convertedTo') !== '' || textOf(record, 'convertedFrom') !== '';
}

/** What the record became, and what it was before. */
export function ConversionBanner({ record }: SlotProps) {
  const to = textOf(record, 'convertedTo');
  const from = textOf(record, 'convertedFrom');
  return (
    <>
      {to && (
        <Notice tone="warning">
          Nothing more happens here. It was converted and goes on as <RecordHead id={to} />
        </Notice>
      )}
      {from && (
        <Notice tone="info">
          It began as <RecordHead id={from} /> and took over its facts and notes.
        </Notice>
      )}
    </>
  );
}
