import { fireEvent, screen, within } from '@testing-library/react';
import { beforeEach, expect, test, vi } from 'vitest';
import { createBrowserBridge } from '#renderer/app/bridge/browser-bridge.ts';
import { WorkbookPage } from '#renderer/processes/assessment/WorkbookPage.tsx';
import { BridgeProvider } from '#renderer/session/bridge.tsx';
import type { AttachmentPlace } from '#renderer/data/data.ts';
import type { Actor } from '#shared/definition/permission.ts';
import type { FieldValues } from '#shared/definition/values.ts';
import { sha256Hex } from '#shared/kernel/canonical.ts';
import { summaryOf } from '#shared/library/summary.ts';
import { Desk } from '#test/support/desk.ts';
import { settle, showAtDesk } from '#test/support/desk-page.tsx';
import { soundModel } from '#test/support/reference-model.ts';
import { ChosenModel } from './ChosenModel.tsx';
import { Contents } from './Contents.tsx';
import { ModelPanel } from './models/ModelPanel.tsx';
import { ModelMissing } from './ModelMissing.tsx';
import { useReferenceModel } from './use-reference-model.ts';

const part = vi.hoisted(() => ({ id: '', search: {} }));
vi.mock('#renderer/session/address.ts', () => ({ useAddressPart: () => part.id }));
vi.mock('#renderer/record/navigation.ts', async (load) => ({
  ...(await load<object>()),
  useAddressSearch: () => part.search,
}));

const bytes = new TextEncoder().encode(JSON.stringify(soundModel()));
const hash = sha256Hex(bytes);
const whole: AttachmentPlace = { here: 'whole', received: 1, isAtHub: false, isWanted: false };
const files = new Map<string, Uint8Array>();
const supply = vi.fn<(file: File) => Promise<string>>();
const wantFile = vi.fn<(hash: string) => Promise<void>>();

let desk: Desk;
let owner: Actor;
let model: string;

beforeEach(async () => {
  desk = Desk.seeded();
  owner = desk.person('Owner', 'processOwner', 'assessor');
  part.search = {};
  files.clear();
  files.set(hash, bytes);
  wantFile.mockReset().mockResolvedValue();
  supply.mockReset().mockImplementation(async (file) => {
    files.set(hash, new Uint8Array(await file.arrayBuffer()));
    return hash;
  });
  const fields = { ...summaryOf(soundModel()), edition: '1', contents: hash };
  model = await desk.create(owner, 'reference-model', fields);
  const file = { name: 'ours.json', size: bytes.length, type: '', hash, audience: 'internal' } as const;
  await desk.try(owner, { kind: 'attach', record: model, ...file });
  await desk.act(owner, model, 'putInUse');
});

async function show(Page: () => React.ReactNode, hubs: readonly object[] = []) {
  const bridge = createBrowserBridge({ host: window, version: 'test' });
  await showAtDesk(
    desk,
    owner,
    () => (
      <BridgeProvider bridge={bridge}>
        <Page />
      </BridgeProvider>
    ),
    undefined,
    undefined,
    {
      attachments: {
        places: (hashes: readonly string[]) =>
          Promise.resolve(new Map(hashes.filter((one) => files.has(one)).map((one) => [one, whole]))),
        read: (one: string) => Promise.resolve(files.get(one)),
        supply,
      },
      sync: { status: { hubs }, onStatus: () => () => undefined, wantFile },
    },
  );
  await settle();
}

function Model({ id }: { readonly id: string }) {
  const state = useReferenceModel(id);
  return state.kind === 'ready' ? <p>{state.model.name} is here</p> : <ModelMissing state={state} />;
}

const assess = (more: FieldValues = {}) =>
  desk.create(owner, 'assessment', {
    name: 'Ours',
    assessors: [owner.id],
    model: 'kept',
    keptModel: model,
    scope: [{ process: 'AA', instance: '', target: 1 }],
    ...more,
  });

test('LIB-163 What was sent is checked again before it is shown', async () => {
  files.set(hash, new TextEncoder().encode('{"format": 1, "code": "MODEL"}'));
  await show(() => <Model id={model} />);
  expect(screen.getByRole('alert').textContent).toContain('OUT-LIB-001');
});

test('LIB-163 Where the file is not here yet, it says so, and it can be fetched from the hub', async () => {
  files.clear();
  await show(() => <Model id={model} />, [{}]);
  expect(screen.getByText('A model: its file is not on this device yet')).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'Fetch it now' }));
  expect(wantFile).toHaveBeenCalledWith(hash);
});

test('LIB-163 The same file can be chosen from a stick, and no other', async () => {
  files.clear();
  const type = desk.type('reference-model');
  await show(() => <ModelPanel type={type} record={desk.view(model)} derived={{}} />);
  const pick = async (contents: BlobPart) => {
    const input = screen.getByLabelText('File of a reference model');
    fireEvent.change(input, { target: { files: [new File([contents], 'stick.json')] } });
    await settle();
  };
  await pick(JSON.stringify(soundModel({ note: 'Changed.' })));
  await vi.waitFor(() => expect(screen.getByRole('alert').textContent).toContain('OUT-LIB-004'));
  expect(supply).not.toHaveBeenCalled();
  await pick(bytes);
  await vi.waitFor(() => expect(screen.getByText(/2 processes in 1 domains/)).toBeTruthy());
});

test('LIB-166 The address says which model is shown, and its links stay in it', async () => {
  part.search = { model };
  await show(() => (
    <ChosenModel>
      <Contents />
    </ChosenModel>
  ));
  const link = screen.getByRole('link', { name: 'AA First process' });
  expect(link.getAttribute('href')).toBe(`/library/process/AA?model=${model}`);
});

test('LIB-166 Without a model the address shows the shipped one, and an unknown one is told', async () => {
  await show(() => (
    <ChosenModel>
      <Contents />
    </ChosenModel>
  ));
  expect(screen.getByRole('link', { name: 'IM Incident Management' }).getAttribute('href')).toBe(
    '/library/process/IM',
  );
  part.search = { model: 'gone' };
  await show(() => <ChosenModel>nothing</ChosenModel>);
  expect(screen.getByText('This reference model is not on this device')).toBeTruthy();
});

test('LIB-173 The workbook asks for the outcomes of the kept model, with its names, as the unit tailored it', async () => {
  desk.put(
    'tailoring',
    {
      title: 'T',
      kind: 'outcome',
      text: 'One of ours',
      reason: 'r',
      model: 'kept',
      keptModel: model,
      keptProcess: 'AA',
    },
    undefined,
    [{ action: 'adopt', inputs: {} }],
  );
  desk.put(
    'tailoring',
    { title: 'T', kind: 'outcome', text: 'Of the shipped one', reason: 'r', process: 'AA' },
    undefined,
    [{ action: 'adopt', inputs: {} }],
  );
  part.id = await assess();
  await show(() => <WorkbookPage />);
  const list = within(screen.getByRole('navigation', { name: 'Processes in scope' }));
  expect(list.getByRole('button', { name: /^AA First process ?0 of 2$/ })).toBeTruthy();
  expect(screen.getByRole('group', { name: 'AA-O1: Something is there' })).toBeTruthy();
  expect(screen.getByRole('group', { name: 'AA-L1: One of ours' })).toBeTruthy();
});

test('LIB-173 Where the contents are not here yet, the workbook says so and what to do', async () => {
  files.clear();
  part.id = await assess();
  await show(() => <WorkbookPage />);
  expect(screen.getByText('A model: its file is not on this device yet')).toBeTruthy();
  expect(screen.getByRole('link', { name: /^Open MDL-/ }).getAttribute('href')).toBe(`/record/${model}`);
  expect(screen.queryByRole('navigation', { name: 'Processes in scope' })).toBeNull();
});
