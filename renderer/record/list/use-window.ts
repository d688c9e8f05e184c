import { useCallback, useLayoutEffect, useRef, useState, type RefObject, type UIEvent } from 'react';

export const rowHeight = 32;
const overscan = 8;

export interface Window {
  readonly first: number;
  /** Exclusive. */
  readonly end: number;
  /** Whole rows that fit. */
  readonly rowsInSight: number;
  readonly onScroll: (event: UIEvent<HTMLElement>) => void;
  /** Scrolls by as little as makes the row visible below the header. */
  readonly reveal: (index: number) => void;
}

/**
 * Which rows of equal height are near the visible part of a scrolling element.
 * @param start where to scroll to; a new object scrolls again (another question begins at the top).
 * @param onLeave told where it was scrolled to when it goes.
 */
export function useWindow(
  headerHeight: number,
  start: { readonly top: number },
  onLeave: (top: number) => void,
): readonly [RefObject<HTMLDivElement | null>, Window] {
  const scroller = useRef<HTMLDivElement>(null);
  const [top, setTop] = useState(start.top);
  const [height, setHeight] = useState(640);

  useLayoutEffect(() => {
    const node = scroller.current;
    if (!node || typeof ResizeObserver === 'undefined') return undefined;
    const observer = new ResizeObserver(() => setHeight(node.clientHeight));
    observer.observe(node);
    return () => observer.disconnect();
  }, []);

  useLayoutEffect(() => {
    if (scroller.current) scroller.current.scrollTop = start.top;
  }, [start]);

  const leave = useRef(onLeave);
  useLayoutEffect(() => {
    leave.current = onLeave;
  });
  useLayoutEffect(() => {
    const node = scroller.current;
    return () => {
      if (node) leave.current(node.scrollTop);
    };
  }, []);

  const onScroll = useCallback((event: UIEvent<HTMLElement>) => {
    // One state change per row, not per pixel.
    setTop(Math.floor(event.currentTarget.scrollTop / rowHeight) * rowHeight);
  }, []);

  const reveal = useCallback(
    (index: number) => {
      const node = scroller.current;
      if (!node) return;
      const above = index * rowHeight;
      const below = above + rowHeight + headerHeight - node.clientHeight;
      if (node.scrollTop > above) node.scrollTop = above;
      else if (node.scrollTop < below) node.scrollTop = below;
    },
    [headerHeight],
  );

  const inSight = Math.max(1, Math.floor((height - headerHeight) / rowHeight));
  const first = Math.max(0, Math.floor(top / rowHeight) - overscan);
  const end = Math.floor(top / rowHeight) + inSight + overscan;
  return [scroller, { first, end, rowsInSight: inSight, onScroll, reveal }];
}
