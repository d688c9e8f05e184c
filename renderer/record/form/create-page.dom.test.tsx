import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Actor } from '#shared/definition/permission.ts';
import { Desk } from '#test/support/desk.ts';
import { settle, showAtDesk } from '#test/support/desk-page.tsx';
import { CreatePage } from './CreatePage.tsx';

let desk: Desk;
let analyst: Actor;
let caller: Actor;

beforeEach(() => {
  localStorage.clear();
  desk = Desk.seeded();
  analyst = desk.person('Analyst', 'analyst');
  caller = desk.person('Reyes, Ana', 'requester');
});

const show = (actor = analyst) =>
  showAtDesk(desk, actor, () => <CreatePage type={desk.type('incident')} />);
const create = () => userEvent.click(screen.getByRole('button', { name: 'Create incident' }));
const title = () => screen.getByRole<HTMLInputElement>('textbox', { name: /^Title/ });

async function pickRequester() {
  const picker = screen.getByRole('combobox', { name: /^Requester/ });
  await userEvent.click(picker);
  await settle();
  await userEvent.click(await screen.findByRole('option', { name: /Reyes, Ana/ }));
}

describe('the form of a new record', () => {
  test('says what is missing at the field and in a summary that has the focus, and writes nothing', async () => {
    const { data } = await show();
    await create();
    const summary = await screen.findByRole('alert');
    expect(within(summary).getByText('Title is empty, and it is required here.')).toBeTruthy();
    expect(summary.parentElement).toBe(document.activeElement);
    expect(title().getAttribute('aria-invalid')).toBe('true');
    expect(document.getElementById(`${title().id}-error`)?.textContent).toBe(
      'Title is empty, and it is required here.',
    );
    expect(data.commands).toEqual([]);
  });

  test('leads from the summary to the field', async () => {
    await show();
    await create();
    await userEvent.click(await screen.findByRole('link', { name: /^Title is empty/ }));
    expect(document.activeElement).toBe(title());
  });

  test('creates what was typed and opens it', async () => {
    const page = await show();
    await userEvent.type(title(), 'Net is down');
    await pickRequester();
    await create();
    await settle();
    expect(page.data.commands).toHaveLength(1);
    const command = page.data.commands[0];
    expect(command).toMatchObject({ kind: 'create', type: 'incident' });
    expect(command?.kind === 'create' && command.fields).toMatchObject({
      title: 'Net is down',
      requester: caller.id,
    });
    expect(page.address()).toMatch(/^\/record\//);
    expect([...page.data.drafts.keys()]).toEqual([]);
  });

  test('shows a field only while it applies', async () => {
    await show();
    const shown = () => screen.queryByRole('textbox', { name: /^Effect on the mission/ });
    expect(shown()).toBeNull();
  });

  test('puts what the engine refuses at its field', async () => {
    await show();
    await userEvent.type(title(), 'x'.repeat(300));
    await pickRequester();
    await create();
    expect(await screen.findAllByText(/Title has 300 characters/)).not.toHaveLength(0);
  });

  test('is not offered to those who may not create', async () => {
    await showAtDesk(desk, caller, () => <CreatePage type={desk.type('team')} />);
    expect(screen.getByText('You may not create a team')).toBeTruthy();
    expect(screen.queryByRole('textbox')).toBeNull();
  });
});

describe('a draft', () => {
  test('comes back after the page was lost, says so, and can be given up', async () => {
    const first = await show();
    await userEvent.type(title(), 'Half a rep');
    await new Promise((resolve) => setTimeout(resolve, 400));
    expect([...first.data.drafts.keys()]).toEqual(['new:incident']);

    document.body.innerHTML = '';
    const again = await showAtDesk(
      desk,
      analyst,
      () => <CreatePage type={desk.type('incident')} />,
      first.data.drafts,
    );
    expect(title().value).toBe('Half a rep');
    expect(screen.getByText(/What you had typed/)).toBeTruthy();

    await userEvent.click(screen.getByRole('button', { name: 'Start over' }));
    await settle();
    expect(title().value).toBe('');
    expect([...again.data.drafts.keys()]).toEqual([]);
  });
});
