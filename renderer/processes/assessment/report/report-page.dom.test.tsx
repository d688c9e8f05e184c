import { ed25519 } from '@noble/curves/ed25519.js';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, test } from 'vitest';
import { createBrowserBridge } from '#renderer/app/bridge/browser-bridge.ts';
import { useRecord } from '#renderer/data/data.ts';
import { BridgeProvider } from '#renderer/session/bridge.tsx';
import type { Actor } from '#shared/definition/permission.ts';
import { textOf } from '#shared/definition/record.ts';
import { problem, ProblemError } from '#shared/kernel/errors.ts';
import { toBase64Url } from '#shared/kernel/canonical.ts';
import { signStatement } from '#shared/trust/statement.ts';
import { settle, showAtDesk } from '#test/support/desk-page.tsx';
import { ReportedAssessment } from '#test/support/reported-assessment.ts';
import { Report } from './ReportPage.tsx';
import { TakeInPage } from './TakeInPage.tsx';

let unit: ReportedAssessment;
beforeEach(async () => {
  localStorage.clear();
  unit = await ReportedAssessment.open();
});

const { secretKey, publicKey } = ed25519.keygen(new Uint8Array(32).fill(5));
const withKey = {
  canSign: () => true,
  sign: (_person: string, _name: string, use: string, statement: unknown) =>
    signStatement(secretKey, use, statement),
  keysOf: () => Promise.resolve([toBase64Url(publicKey)]),
};
const withoutKey = {
  ...withKey,
  canSign: () => false,
  sign: (_person: string, name: string) => {
    throw new ProblemError(problem('OUT-RPT-006', { name }));
  },
};
const access = { subscribe: () => () => undefined, version: 0, stage: 'closed', accounts: () => [] };

async function show(who: Actor, signing: object = withKey): Promise<void> {
  const bridge = createBrowserBridge({ host: window, version: 'test' });
  function Page() {
    const { record } = useRecord(unit.id);
    return <BridgeProvider bridge={bridge}>{record && <Report assessment={record} />}</BridgeProvider>;
  }
  await showAtDesk(unit.desk, who, Page, undefined, undefined, { signing, access, unit: undefined });
  await screen.findByText(/This report \(SHA-256\)/);
}

async function press(name: string | RegExp): Promise<void> {
  await userEvent.click(screen.getByRole('button', { name }));
  await settle();
}

describe('the page of a report', () => {
  test('ASM-341 offers signing to those who are named, and shows that the report is what they signed', async () => {
    await show(unit.lead);
    expect(screen.queryByRole('button', { name: 'Sign as sponsor' })).toBeNull();
    await press('Sign as lead assessor');
    await press('Sign report');
    expect(
      await screen.findAllByText(/Signed by Reyes, Ana as lead assessor on .*\. Report unchanged\./),
    ).toHaveLength(2);
    expect(screen.queryByRole('button', { name: 'Sign as lead assessor' })).toBeNull();
    expect(screen.getByText(/Date and signature/)).toBeTruthy();
    expect(screen.getByText(/^[0-9A-Z]{4}(-[0-9A-Z]{4}){4}$/)).toBeTruthy();
  });

  test('ASM-340 names what changed since, and lets the signer sign anew', async () => {
    await show(unit.lead);
    await press('Sign as lead assessor');
    await press('Sign report');
    await unit.desk.edit(unit.lead, unit.finding, { name: 'Kept in one head' });
    document.body.replaceChildren();
    await show(unit.lead);
    expect(await screen.findAllByText(/Changed after signing: findings\./)).toHaveLength(2);
    expect(screen.getByRole('button', { name: 'Sign as lead assessor' })).toBeTruthy();
  });

  test('ASM-342 tells somebody without a key of their own to sign on paper', async () => {
    await show(unit.sponsor, withoutKey);
    expect(screen.getByText(/print the report and sign it on paper as sponsor/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Sign as sponsor' })).toBeNull();
  });

  test('ASM-341 offers nothing to others, nor before the assessment was closed with its report', async () => {
    await show(unit.second);
    expect(screen.queryByRole('button', { name: /^Sign as/ })).toBeNull();
    await unit.desk.act(unit.lead, unit.id, 'reopen', { reopenReason: 'A page was missing.' });
    document.body.replaceChildren();
    await show(unit.lead);
    expect(screen.queryByRole('button', { name: /^Sign as/ })).toBeNull();
    expect(screen.getByText(/^This is a draft/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Save result file' })).toBeNull();
  });

  test('ASM-340 says of a record that holds no signature that it proves nothing', async () => {
    const id = unit.desk.put('report-signature', {
      name: 'Signed',
      assessment: unit.id,
      person: unit.lead.id,
      role: 'lead',
    });
    await show(unit.second);
    expect(
      screen.getByText(new RegExp(`${unit.desk.view(id).number}: no signature that can be read`)),
    ).toBeTruthy();
  });

  test('ASM-336 each figure of the confidence leads to its records', async () => {
    await show(unit.second);
    const table = screen.getByRole('table', { name: 'What can be counted' });
    const rated = within(table).getByRole('link', { name: '4 of 6 (67 %)' });
    expect(rated.getAttribute('href')).toMatch(/^\/list\/agreed-rating\?/);
    const quarter = within(table).getAllByRole('link', { name: '1 of 4 (25 %)' });
    expect(quarter.map((link) => link.getAttribute('href')?.split('?')[0])).toEqual([
      '/list/agreed-rating',
      '/list/rating',
    ]);
    expect(quarter[0]?.getAttribute('href')).toContain(unit.evidence);
    expect(within(table).getByText('2, as the class asks (2)')).toBeTruthy();
  });

  test('ASM-355 takes up all recommendations that are chosen and have an owner', async () => {
    const { desk } = unit;
    const ownerless = desk.put('recommendation', { assessment: unit.id, name: 'Somebody should' });
    await show(unit.lead);
    expect(screen.getByRole('checkbox', { name: 'Somebody should' })).toHaveProperty('disabled', true);
    await press('Take up 1 of 2');
    const improvement = desk.view(textOf(desk.view(unit.advice), 'improvement'));
    expect(textOf(improvement, 'owner')).toBe(unit.second.id);
    expect(desk.view(ownerless).state).toBe('proposed');
    expect(await screen.findByText(/Taken up/)).toBeTruthy();
  });
});

describe('taking in a result file', () => {
  async function showPage(who: Actor): Promise<void> {
    const plain = createBrowserBridge({ host: window, version: 'test' });
    const open = () => Promise.resolve({ name: 'a.json', bytes: new TextEncoder().encode('{}') });
    const bridge = { ...plain, files: { ...plain.files, open } };
    const Page = () => (
      <BridgeProvider bridge={bridge}>
        <TakeInPage />
      </BridgeProvider>
    );
    await showAtDesk(unit.desk, who, Page, undefined, undefined, { signing: withKey });
  }

  test('ASM-350 says why a file is refused, and keeps nothing', async () => {
    await showPage(unit.lead);
    await press('Choose result file');
    expect(screen.getByText(/a\.json is no result of an assessment: it was not saved as one/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Keep this result' })).toBeNull();
  });

  test('ASM-350 is for those who assess', async () => {
    const guest = unit.desk.person('Guest', 'requester');
    await showPage(guest);
    expect(screen.getByText('You may not take in results')).toBeTruthy();
  });
});
