import { fireEvent, screen, waitFor } from '@testing-library/react';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { createBrowserBridge } from '#renderer/app/bridge/browser-bridge.ts';
import { BridgeProvider } from '#renderer/session/bridge.tsx';
import { bridgeRejection } from '#shared/contracts/bridge-errors.ts';
import type { Capability, HostedHubStatus, HostedHubWish, OutpostBridge } from '#shared/contracts/bridge.ts';
import { problem } from '#shared/kernel/errors.ts';
import { Desk } from '#test/support/desk.ts';
import { showAtDesk } from '#test/support/desk-page.tsx';
import { HostHub } from './HostHub.tsx';

const off: HostedHubStatus = { state: 'off', port: 4790, name: '', addresses: [] };
const running: HostedHubStatus = {
  state: 'running',
  port: 4790,
  name: 'Desk hub',
  address: 'http://127.0.0.1:4790',
  addresses: ['http://10.1.2.3:4790'],
  hub: 'hub-a',
  code: 'AAAA-BBBB-CCCC-DDDD',
};

let status: HostedHubStatus;
let tell: (status: HostedHubStatus) => void;
const start = vi.fn<(wish: HostedHubWish) => Promise<HostedHubStatus>>();
const enrol = vi.fn<(enrolment: object) => Promise<void>>();

async function show(capability: Capability = { available: true }) {
  const browser = createBrowserBridge({ host: window, version: 'test' });
  const info = await browser.platform.info();
  const capabilities = { ...info.capabilities, hostHub: capability };
  const bridge: OutpostBridge = {
    ...browser,
    platform: { ...browser.platform, info: () => Promise.resolve({ ...info, capabilities }) },
    hub: {
      start,
      stop: () => Promise.resolve(off),
      status: () => Promise.resolve(status),
      newCode: () => Promise.resolve({ code: 'K7Q2-9FMX-4D3A-8HJP', expiresAt: 1_790_000_000_000 }),
      onStatus: (listener: (told: HostedHubStatus) => void) => {
        tell = listener;
        return () => undefined;
      },
    },
  };
  const desk = new Desk();
  const hubs: readonly object[] = [];
  const synced = { status: { hubs }, onStatus: () => () => undefined, enrol };
  await showAtDesk(
    desk,
    desk.person('Analyst', 'analyst'),
    () => (
      <BridgeProvider bridge={bridge}>
        <HostHub />
      </BridgeProvider>
    ),
    undefined,
    undefined,
    { sync: synced },
  );
}

const press = async (name: string) => fireEvent.click(await screen.findByRole('button', { name }));

beforeEach(() => {
  status = off;
  start.mockReset().mockResolvedValue(running);
  enrol.mockReset().mockResolvedValue();
});

describe('hosting a hub', () => {
  test('where the shell cannot, it says why and offers nothing', async () => {
    await show({ available: false, reason: 'A browser cannot be reached by others.' });
    expect(await screen.findByText('A browser cannot be reached by others.')).toBeTruthy();
    expect(screen.queryByRole('button')).toBeNull();
  });

  test('starts at the port that was typed, shows address and code, and the laptop joins with one press', async () => {
    await show();
    fireEvent.change(await screen.findByRole('textbox', { name: /^Port/ }), { target: { value: '80000' } });
    await press('Start hub');
    expect(await screen.findByText(/A port is a number/)).toBeTruthy();
    expect(start).not.toHaveBeenCalled();
    fireEvent.change(screen.getByRole('textbox', { name: /^Port/ }), { target: { value: '4800' } });
    await press('Start hub');
    expect(await screen.findByText('http://10.1.2.3:4790')).toBeTruthy();
    expect(start.mock.calls[0]?.[0]).toMatchObject({ port: 4800, name: 'Hub on laptop TEST' });
    expect(screen.getByText('AAAA-BBBB-CCCC-DDDD')).toBeTruthy();
    status = running;
    await press('Join with this laptop');
    await waitFor(() =>
      expect(enrol).toHaveBeenCalledWith({
        address: 'http://127.0.0.1:4790',
        code: 'K7Q2-9FMX-4D3A-8HJP',
        name: 'Laptop TEST',
        profile: 'lan',
      }),
    );
  });

  test('a start that fails is told with what to do; what becomes of the hub later shows by itself', async () => {
    const taken = problem('OUT-SYN-044', { port: 4790, reason: 'in use' });
    start.mockRejectedValue(bridgeRejection(taken));
    await show();
    await press('Start hub');
    expect(await screen.findByText(/Another program may use the port/)).toBeTruthy();
    tell({ ...running, state: 'waiting', problem: problem('OUT-SHL-010', { reason: 'by a signal' }) });
    expect(await screen.findByText('Starts again soon')).toBeTruthy();
  });
});
