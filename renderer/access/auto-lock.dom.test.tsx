import { act, renderHook } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { lockDevice } from '#renderer/session/lock-device.ts';
import { asLongWork } from '#renderer/session/long-work.ts';
import { useAutoLock } from './use-auto-lock.ts';

const sync = vi.hoisted(() => ({ hubs: [] as { phase: string }[] }));
const desk = vi.hoisted(() => ({ access: {}, isOut: false }));
vi.mock('#renderer/data/data.ts', () => ({ useAccess: () => desk, useSyncStatus: () => sync }));
vi.mock('#renderer/session/lock-device.ts', () => ({ lockDevice: vi.fn() }));

const minutes = (count: number) => act(() => vi.advanceTimersByTimeAsync(count * 60_000));

beforeEach(() => {
  vi.useFakeTimers();
  vi.mocked(lockDevice).mockReset();
  localStorage.clear();
  sync.hubs = [];
  desk.isOut = false;
});
afterEach(() => void vi.useRealTimers());

describe('TRU-123 a device that nobody touches', () => {
  test('locks after the chosen time, and not while somebody works', async () => {
    renderHook(() => useAutoLock());
    await minutes(14);
    act(() => void window.dispatchEvent(new Event('keydown')));
    await minutes(14);
    expect(lockDevice).not.toHaveBeenCalled();
    await minutes(2);
    expect(lockDevice).toHaveBeenCalled();
  });

  test('is screened while long work is under way, and locks when that is through', async () => {
    let finish = () => {};
    const work = asLongWork(
      new Promise<void>((resolve) => {
        finish = resolve;
      }),
    );
    const { result } = renderHook(() => useAutoLock());
    await minutes(16);
    expect(result.current.isScreened).toBe(true);
    expect(lockDevice).not.toHaveBeenCalled();
    await act(async () => {
      finish();
      await work;
    });
    await minutes(1);
    expect(lockDevice).toHaveBeenCalled();
  });

  test('is screened during an exchange; whoever signs in goes on', async () => {
    sync.hubs = [{ phase: 'exchanging' }];
    const { result } = renderHook(() => useAutoLock());
    await minutes(16);
    act(() => void window.dispatchEvent(new Event('keydown')));
    await minutes(1);
    expect(result.current.isScreened).toBe(true);
    act(() => result.current.unscreen());
    await minutes(1);
    expect(result.current.isScreened).toBe(false);
    expect(lockDevice).not.toHaveBeenCalled();
  });
});

describe('TRU-135 whoever’s account was closed or set aside elsewhere', () => {
  test('is signed out at once', () => {
    const { rerender } = renderHook(() => useAutoLock());
    expect(lockDevice).not.toHaveBeenCalled();
    desk.isOut = true;
    rerender();
    expect(lockDevice).toHaveBeenCalled();
  });

  test('sees nothing more while an exchange is let end, and is signed out then', () => {
    sync.hubs = [{ phase: 'exchanging' }];
    desk.isOut = true;
    const { result, rerender } = renderHook(() => useAutoLock());
    expect(result.current.isScreened).toBe(true);
    expect(lockDevice).not.toHaveBeenCalled();
    sync.hubs = [{ phase: 'idle' }];
    rerender();
    expect(lockDevice).toHaveBeenCalled();
  });
});
