import { useEffect, useState } from 'react';
import { useAccess, useSyncStatus } from '#renderer/data/data.ts';
import { lockDevice } from '#renderer/session/lock-device.ts';
import { useLongWork } from '#renderer/session/long-work.ts';
import { usePreferences } from '#renderer/session/preferences.ts';

const signs = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'] as const;
const lookEvery = 5000;
/** When somebody last touched any window of this device, epoch ms. */
const touchedKey = 'outpost.touched';

function isIdle(minutes: number): boolean {
  const touched = Number(localStorage.getItem(touchedKey) ?? Date.now());
  return Date.now() - touched >= minutes * 60_000;
}

/**
 * Locks the device when nobody has touched any of its windows for the chosen time; a laptop that slept locks when it wakes. An exchange or
 * an import that is under way is not broken off: the page is screened at once, and the keys are forgotten when it is through. The same at once
 * where the account of whoever is at the desk was closed, or set aside, elsewhere.
 */
export function useAutoLock(): { readonly isScreened: boolean; readonly unscreen: () => void } {
  const { access, isOut } = useAccess();
  const lockAfter = usePreferences((state) => state.lockAfter);
  const [isScreened, setScreened] = useState(false);
  const { hubs } = useSyncStatus();
  const isWorking =
    useLongWork(({ running }) => running > 0) || hubs.some(({ phase }) => phase === 'exchanging');
  useEffect(() => {
    let noted = 0;
    const note = () => {
      const now = Date.now();
      if (now - noted < lookEvery) return;
      noted = now;
      localStorage.setItem(touchedKey, String(now));
    };
    note();
    for (const sign of signs) window.addEventListener(sign, note, { passive: true, capture: true });
    return () => {
      for (const sign of signs) window.removeEventListener(sign, note, { capture: true });
    };
  }, []);
  useEffect(() => {
    const timer = setInterval(() => {
      if (!isScreened && !isIdle(lockAfter)) return;
      if (isWorking) setScreened(true);
      else if (isIdle(lockAfter)) void lockDevice(access);
    }, lookEvery);
    return () => clearInterval(timer);
  }, [access, lockAfter, isScreened, isWorking]);
  useEffect(() => {
    if (isOut && !isWorking) void lockDevice(access);
  }, [access, isOut, isWorking]);
  return { isScreened: isScreened || isOut, unscreen: () => setScreened(false) };
}
