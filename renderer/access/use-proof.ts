import { useCallback, useEffect, useState } from 'react';
import type { Pins } from '#renderer/data/data.ts';

/** What somebody proves to be who they are with. */
export interface Proof {
  readonly text: string;
  readonly setText: (text: string) => void;
  /** It is the PIN of this sitting that is typed. */
  readonly isPin: boolean;
  /** Absent where no PIN waits. */
  readonly change: (() => void) | undefined;
  /** People whose PIN waits, by record id. */
  readonly withPin: ReadonlySet<string>;
  /** After a try that failed: what was typed is gone, and a PIN that ended is asked for no more. */
  readonly failed: () => void;
}

/** @param person record id of whoever is about to sign in. */
export function useProof(pins: Pins, person: string | undefined): Proof {
  const [text, setText] = useState('');
  const [withPin, setWithPin] = useState<ReadonlySet<string>>(new Set());
  const [wantsPassphrase, setWantsPassphrase] = useState(false);
  const look = useCallback(() => {
    void pins.waiting().then(
      (waiting) => setWithPin(new Set(waiting.map((pin) => pin.person))),
      () => undefined,
    );
  }, [pins]);
  useEffect(look, [look]);
  const hasPin = person !== undefined && withPin.has(person);
  return {
    text,
    setText,
    isPin: hasPin && !wantsPassphrase,
    change: hasPin
      ? () => {
          setWantsPassphrase(!wantsPassphrase);
          setText('');
        }
      : undefined,
    withPin,
    failed: () => {
      setText('');
      look();
    },
  };
}
