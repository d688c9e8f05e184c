import { useEffect } from 'react';
import { useAccess } from '#renderer/data/data.ts';
import { lockDevice } from '#renderer/session/lock-device.ts';
import { usePreferences } from '#renderer/session/preferences.ts';

const signs = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'] as const;
const lookEvery = 5000;
/** When somebody last touched any window of this device, epoch ms. */
const touchedKey = 'outpost.touched';

/** Locks the device when nobody has touched any of its windows for the chosen time; a laptop that slept locks when it wakes. */
export function useAutoLock(): void {
  const { access } = useAccess();
  const lockAfter = usePreferences((state) => state.lockAfter);
  useEffect(() => {
    let noted = 0;
    const note = () => {
      const now = Date.now();
      if (now - noted < lookEvery) return;
      noted = now;
      localStorage.setItem(touchedKey, String(now));
    };
    note();
    const timer = setInterval(() => {
      const touched = Number(localStorage.getItem(touchedKey) ?? noted);
      // A clock that was set back must not keep it open.
      const idle = Math.max(0, Date.now() - touched);
      if (idle >= lockAfter * 60_000) void lockDevice(access);
    }, lookEvery);
    for (const sign of signs) window.addEventListener(sign, note, { passive: true, capture: true });
    return () => {
      clearInterval(timer);
      for (const sign of signs) window.removeEventListener(sign, note, { capture: true });
    };
  }, [access, lockAfter]);
}
