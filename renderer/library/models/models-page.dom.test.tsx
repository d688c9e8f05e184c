import { fireEvent, screen, within } from '@testing-library/react';
import { beforeEach, expect, test, vi } from 'vitest';
import { createBrowserBridge } from '#renderer/app/bridge/browser-bridge.ts';
import { BridgeProvider } from '#renderer/session/bridge.tsx';
import example from '#resources/library/iso-20000-1-style.json';
import type { Role } from '#shared/definition/permission.ts';
import { sha256Hex } from '#shared/kernel/canonical.ts';
import { ok } from '#shared/kernel/result.ts';
import { readModelBytes } from '#shared/library/read-model.ts';
import { Desk } from '#test/support/desk.ts';
import { settle, showAtDesk } from '#test/support/desk-page.tsx';
import { soundModel, soundProcess } from '#test/support/reference-model.ts';
import { ModelsPage } from './ModelsPage.tsx';

const add = vi.fn<(record: string, file: File) => Promise<unknown>>();
const saveAs = vi.fn<(name: string, bytes: Uint8Array) => Promise<string>>();
let desk: Desk;

beforeEach(() => {
  desk = Desk.seeded();
  add.mockReset().mockResolvedValue(ok({ record: 'r', number: 'MDL-1', entries: [] }));
  saveAs.mockReset().mockImplementation((name) => Promise.resolve(name));
});

async function show(role: Role = 'processOwner') {
  const bridge = createBrowserBridge({ host: window, version: 'test' });
  const person = desk.person('Somebody', role);
  await showAtDesk(
    desk,
    person,
    () => (
      <BridgeProvider bridge={{ ...bridge, files: { ...bridge.files, saveAs } }}>
        <ModelsPage />
      </BridgeProvider>
    ),
    undefined,
    undefined,
    { attachments: { add, places: () => Promise.resolve(new Map()) } },
  );
  await settle();
}

async function choose(contents: string, name = 'ours.json') {
  const input = screen.getByLabelText('File of a reference model');
  fireEvent.change(input, { target: { files: [new File([contents], name)] } });
  await vi.waitFor(() => {
    if (!screen.queryByRole('alert') && !screen.queryByRole('form')) throw new Error('It is still checked.');
  });
}

const kept = () => desk.all('reference-model');

test('LIB-164 A sound file is shown, and kept as a draft with its file when the person says so', async () => {
  await show();
  const contents = JSON.stringify(soundModel({ edition: '2018' }));
  await choose(contents);
  expect(screen.getByRole('status').textContent).toContain('A model (MODEL), 2 processes in 1 domains');
  expect(kept()).toEqual([]);
  fireEvent.click(screen.getByRole('button', { name: 'Keep this model' }));
  await vi.waitFor(() => expect(add).toHaveBeenCalledOnce());
  const hash = sha256Hex(new TextEncoder().encode(contents));
  const [record] = kept();
  expect(record).toMatchObject({
    state: 'draft',
    fields: { code: 'MODEL', edition: '2018', contents: hash },
  });
  const [id, file] = add.mock.calls[0] ?? [];
  expect(id).toBe(record?.id);
  expect(await file?.text()).toBe(contents);
});

test('LIB-164 A model without an edition waits until it is given one', async () => {
  await show();
  await choose(JSON.stringify(soundModel()));
  expect(screen.getByRole('button', { name: 'Keep this model' })).toHaveProperty('disabled', true);
  fireEvent.change(screen.getByRole('textbox', { name: /Edition/ }), { target: { value: '3' } });
  fireEvent.click(screen.getByRole('button', { name: 'Keep this model' }));
  await vi.waitFor(() => expect(kept()[0]?.fields['edition']).toBe('3'));
});

test('LIB-164 Faults are listed with process and field, the list is saved, and nothing is taken in', async () => {
  await show();
  const processes = [
    soundProcess({ purpose: '' }),
    soundProcess({
      code: 'BB',
      outcomes: [{ code: 'BB-O1', text: '=cmd()', evidence: '<b>' }],
      activities: [],
    }),
  ];
  await choose(JSON.stringify(soundModel({ processes })));
  expect(screen.getByRole('alert').textContent).toContain('2 faults in ours.json. Nothing was taken in.');
  const rows = within(screen.getByRole('table', { name: 'Faults in ours.json' })).getAllByRole('row');
  expect(rows.map(({ textContent }) => textContent)).toEqual([
    'Process or partFieldFault',
    'AApurposeis empty',
    'BBoutcomes.0.evidenceholds HTML or control characters; plain text only',
  ]);
  expect(screen.queryByRole('button', { name: 'Keep this model' })).toBeNull();
  fireEvent.click(screen.getByRole('button', { name: 'Save the list' }));
  await vi.waitFor(() => expect(saveAs).toHaveBeenCalledOnce());
  const [name, bytes] = saveAs.mock.calls[0] ?? [];
  expect(name).toBe('ours faults.csv');
  expect(new TextDecoder().decode(bytes)).toContain('AA,purpose,is empty');
  expect(kept()).toEqual([]);
  expect(add).not.toHaveBeenCalled();
});

test.each([
  ['no JSON', '{"format": 1,', 'OUT-LIB-002'],
  ['another form', '{"format": 2}', 'OUT-LIB-002'],
  ['too large', ' '.repeat(9_000_001), 'OUT-LIB-003'],
])('LIB-164 A file with %s is refused in words', async (_what, contents, code) => {
  await show();
  await choose(contents);
  expect(screen.getByRole('alert').textContent).toContain('ours.json');
  expect(screen.getByRole('alert').textContent).toContain(code);
  expect(kept()).toEqual([]);
});

test('LIB-164 The same file is not kept twice', async () => {
  const contents = JSON.stringify(soundModel({ edition: '2018' }));
  const hash = sha256Hex(new TextEncoder().encode(contents));
  await show();
  await choose(contents);
  fireEvent.click(screen.getByRole('button', { name: 'Keep this model' }));
  await vi.waitFor(() => expect(add).toHaveBeenCalledOnce());
  const [record] = kept();
  expect(
    await desk.try(desk.person('Other', 'processOwner'), {
      kind: 'attach',
      record: record?.id ?? '',
      name: 'ours.json',
      size: 1,
      type: '',
      hash,
      audience: 'internal',
    }),
  ).toEqual([]);
  await settle();
  await choose(contents);
  fireEvent.click(screen.getByRole('button', { name: 'Keep this model' }));
  await vi.waitFor(() => expect(screen.getByRole('alert').textContent).toContain('OUT-LIB-005'));
  expect(kept()).toHaveLength(1);
});

test('LIB-160 An edition is kept once, and another one as a record of its own', async () => {
  desk.put('reference-model', { name: 'A model', code: 'MODEL', edition: '2018' });
  await show();
  await choose(JSON.stringify(soundModel({ edition: '2018' })));
  fireEvent.click(screen.getByRole('button', { name: 'Keep this model' }));
  await vi.waitFor(() => expect(screen.getByRole('alert').textContent).toContain('OUT-LIB-006'));
  expect(kept()).toHaveLength(1);
  fireEvent.change(screen.getByRole('textbox', { name: /Edition/ }), { target: { value: '2025' } });
  fireEvent.click(screen.getByRole('button', { name: 'Keep this model' }));
  await vi.waitFor(() => expect(kept()).toHaveLength(2));
});

test('LIB-165 The example and the shipped model are saved as files that can be imported', async () => {
  await show('analyst');
  expect(screen.queryByLabelText('File of a reference model')).toBeNull();
  expect(screen.getByText(/Owners of processes import models/)).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'Save the example' }));
  await vi.waitFor(() => expect(saveAs).toHaveBeenCalledOnce());
  fireEvent.click(screen.getByRole('button', { name: 'Save this model' }));
  await vi.waitFor(() => expect(saveAs).toHaveBeenCalledTimes(2));
  const [first, second] = saveAs.mock.calls.map(
    ([name, bytes]) => [name, readModelBytes(name, bytes)] as const,
  );
  expect(first).toEqual(['iso-20000-1-style.json', ok(example)]);
  expect(second?.[0]).toBe('DESMF III (2016).json');
  expect(second?.[1]).toMatchObject({ ok: true, value: { code: 'DESMF' } });
});
