import { fireEvent, screen, waitFor } from '@testing-library/react';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { problem, ProblemError } from '#shared/kernel/errors.ts';
import { Desk } from '#test/support/desk.ts';
import { settle, showAtDesk } from '#test/support/desk-page.tsx';
import { EnrolForm } from './EnrolForm.tsx';

const enrol = vi.fn<(enrolment: object) => Promise<void>>();
const onDone = vi.fn<() => void>();

async function show() {
  const desk = new Desk();
  const page = await showAtDesk(desk, desk.person('Analyst', 'analyst'), () => (
    <EnrolForm draftKey="enrol" onDone={onDone} />
  ));
  Object.assign(page.data, { sync: { enrol } });
  return page;
}

function type(label: string, value: string): void {
  fireEvent.change(screen.getByRole('textbox', { name: new RegExp(`^${label}`) }), { target: { value } });
}

function fillIn(): void {
  type('Address of the hub', ' hub.example:4790 ');
  type('One-time code', 'K7Q2-9FMX-4D3A-8HJP');
}

const connect = () => fireEvent.click(screen.getByRole('button', { name: 'Connect' }));

beforeEach(() => {
  localStorage.clear();
  enrol.mockReset().mockResolvedValue();
  onDone.mockReset();
});

describe('connecting to a hub', () => {
  test('asks nobody before all is there, and says what is missing', async () => {
    await show();
    connect();
    expect(await screen.findByText('2 fields need attention')).toBeTruthy();
    expect(enrol).not.toHaveBeenCalled();
  });

  test('sends what was typed, with the name that the device has by itself', async () => {
    const { data } = await show();
    fillIn();
    await waitFor(() => expect(data.drafts.size > 0).toBe(true));
    connect();
    await waitFor(() => expect(onDone).toHaveBeenCalled());
    expect(enrol).toHaveBeenCalledWith({
      address: 'hub.example:4790',
      code: 'K7Q2-9FMX-4D3A-8HJP',
      name: 'Laptop TEST',
      profile: 'lan',
    });
    expect(data.drafts.size > 0).toBe(false);
  });

  test('says at the code that the hub does not take it, and keeps what was typed', async () => {
    enrol.mockRejectedValue(new ProblemError(problem('OUT-SYN-024')));
    await show();
    fillIn();
    connect();
    await settle();
    const code = screen.getByRole<HTMLInputElement>('textbox', { name: /^One-time code/ });
    expect(code.getAttribute('aria-invalid')).toBe('true');
    expect(code.value).toBe('K7Q2-9FMX-4D3A-8HJP');
    expect(onDone).not.toHaveBeenCalled();
  });

  test('shows a fault that no field can mend in full', async () => {
    enrol.mockRejectedValue(new ProblemError(problem('OUT-SYN-032')));
    await show();
    fillIn();
    connect();
    expect(await screen.findByText('OUT-SYN-032')).toBeTruthy();
  });
});
