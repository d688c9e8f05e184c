import { fireEvent, screen, within } from '@testing-library/react';
import { beforeEach, expect, test, vi } from 'vitest';
import { createBrowserBridge } from '#renderer/app/bridge/browser-bridge.ts';
import { BridgeProvider } from '#renderer/session/bridge.tsx';
import type { Attachment, RecordView } from '#shared/definition/record.ts';
import { catalogue } from '#shared/processes/catalogue.ts';
import { ok } from '#shared/kernel/result.ts';
import { Desk } from '#test/support/desk.ts';
import { settle, showAtDesk } from '#test/support/desk-page.tsx';
import type { ShownRecord } from '../page/use-record-page.ts';
import { AttachmentsPanel } from './AttachmentsPanel.tsx';
import { useAttach } from './use-attach.ts';

const add = vi.fn<(record: string, file: File, options: object) => Promise<unknown>>();
beforeEach(() => {
  add.mockReset().mockResolvedValue(ok({ record: 'r', number: 'INC-1', entries: [] }));
});

async function show(type: 'incident' | 'team', files: readonly Partial<Attachment>[] = []): Promise<void> {
  const desk = Desk.seeded();
  const person = desk.person('Analyst', 'analyst');
  const declared = catalogue.type(type);
  if (!declared) throw new Error('There is no such type.');
  const record = { ...desk.view(desk.put(type, {})), attachments: files } as RecordView;
  const shown: ShownRecord = {
    type: declared,
    record,
    derived: {},
    actor: person,
    actions: [],
    canEdit: true,
    canNote: true,
  };
  const bridge = createBrowserBridge({ host: window, version: 'test' });
  const Panel = () => {
    const attaching = useAttach(record.id);
    return (
      <BridgeProvider bridge={bridge}>
        <AttachmentsPanel shown={shown} attaching={attaching} />
      </BridgeProvider>
    );
  };
  await showAtDesk(desk, person, Panel, undefined, undefined, {
    attachments: { add, places: () => Promise.resolve(new Map()) },
  });
  await settle();
}

const choose = async () => {
  const input = screen.getByLabelText('Files to attach');
  fireEvent.change(input, { target: { files: [new File([''], 'empty.txt')] } });
  await settle();
};

test('ATT-34 who a file is for is chosen as for notes, and stands beside it; it is internal unless somebody says otherwise', async () => {
  const file = {
    ref: 'r:1',
    name: 'a.txt',
    size: 0,
    type: '',
    hash: 'h',
    audience: 'requester',
    at: 0,
    actor: 'x',
  };
  await show('incident', [file as Attachment]);
  expect(screen.getByRole('row', { name: /a\.txt/ }).textContent).toContain('For the requester');
  await choose();
  expect(add).toHaveBeenLastCalledWith(
    expect.anything(),
    expect.objectContaining({ name: 'empty.txt' }),
    expect.objectContaining({ audience: 'internal' }),
  );
  fireEvent.mouseDown(screen.getByRole('combobox', { name: 'Who sees new files' }));
  fireEvent.click(within(screen.getByRole('listbox')).getByRole('option', { name: 'For the requester' }));
  await choose();
  expect(add).toHaveBeenLastCalledWith(
    expect.anything(),
    expect.anything(),
    expect.objectContaining({ audience: 'requester' }),
  );
});

test('ATT-34 where a record has no requester there is nobody else to choose', async () => {
  await show('team');
  fireEvent.mouseDown(screen.getByRole('combobox', { name: 'Who sees new files' }));
  const options = within(screen.getByRole('listbox')).getAllByRole('option');
  expect(options.map(({ textContent }) => textContent)).toEqual(['Internal']);
});
