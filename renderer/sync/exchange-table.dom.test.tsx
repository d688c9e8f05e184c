import { render, screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { ExchangeRow } from '#renderer/data/data.ts';
import { hour, monday } from '#test/support/desk.ts';
import { ExchangeTable } from './ExchangeTable.tsx';

const row: ExchangeRow = {
  at: monday,
  hub: 'Brigade',
  carrier: 'hub',
  sent: 3,
  received: 0,
  bytesOut: 900,
  bytesIn: 100,
  milliseconds: 40.700000000003,
};

test('ATT-29 each line of the history shows how many attachments went each way, and their bytes', () => {
  const exchanges: readonly ExchangeRow[] = [
    { ...row, filesSent: { count: 2, bytes: 350_000 }, filesReceived: { count: 0, bytes: 64_000 } },
    { ...row, at: monday - hour },
  ];
  render(<ExchangeTable exchanges={exchanges} hubs={[]} now={monday + hour} />);
  const [head, first, second] = screen.getAllByRole('row');
  const column = within(head!)
    .getAllByRole('columnheader')
    .findIndex(({ textContent }) => textContent === 'Attachments');
  const shown = (line: HTMLElement | undefined) => within(line!).getAllByRole('cell')[column]?.textContent;
  // Half of a large file is bytes already, and no attachment yet.
  expect(shown(first)).toBe('Sent 2, 350 kBReceived 0, 64 kB');
  expect(shown(second)).toBe('');
  expect(first!.textContent).toContain('41 ms');
});
