import { useEffect, useState } from 'react';

/** The present instant (epoch ms) by this browser's clock, told anew every few seconds. */
export function useTick(every = 10_000): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), every);
    return () => clearInterval(timer);
  }, [every]);
  return now;
}
