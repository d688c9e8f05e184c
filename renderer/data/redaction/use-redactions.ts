import { useLive, type Subscribe } from '../use-live.ts';
import type { RedactionChoice, RedactionInfo } from './redactions.ts';

const onChange: Subscribe = (data, again) => data.onChange(again);

/** All orders to remove contents, the newest first, live; undefined until they are read. */
export function useRedactions(): readonly RedactionInfo[] | undefined {
  return useLive('redactions', (data) => data.redactions.list(), onChange).answer;
}

/** What can be redacted of a record, live; undefined until it is read. */
export function useRedactionChoices(record: string): readonly RedactionChoice[] | undefined {
  const { answer, isCurrent } = useLive(
    `redactable ${record}`,
    (data) => data.redactions.choices(record),
    onChange,
  );
  return isCurrent ? answer : undefined;
}
