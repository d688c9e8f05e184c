import { useEffect, useState } from 'react';

/** Width of an element in px, followed as it changes; `assumed` until it is measured. */
export function useBoxWidth(box: HTMLElement | null, assumed: number): number {
  const [width, setWidth] = useState(assumed);
  useEffect(() => {
    if (!box || typeof ResizeObserver === 'undefined') return undefined;
    const observer = new ResizeObserver(([entry]) => {
      if (entry) setWidth(entry.contentRect.width);
    });
    observer.observe(box);
    return () => observer.disconnect();
  }, [box]);
  return width;
}
