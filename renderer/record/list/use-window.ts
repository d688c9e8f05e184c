import { useCallback, useLayoutEffect, useState, type UIEvent } from 'react';

export const rowHeight = 32;
const overscan = 8;

export interface Window {
  readonly first: number;
  /** Exclusive. */
  readonly end: number;
  readonly attach: (node: HTMLElement | null) => void;
  readonly onScroll: (event: UIEvent<HTMLElement>) => void;
  /** Scrolls by as little as makes the row visible below the header. */
  readonly reveal: (index: number) => void;
}

/**
 * Which of `count` rows of equal height are near the visible part of a scrolling element.
 * @param start where to scroll to; a new object scrolls again (another question begins at the top).
 */
export function useWindow(count: number, headerHeight: number, start: { readonly top: number }): Window {
  const [node, setNode] = useState<HTMLElement | null>(null);
  const [top, setTop] = useState(start.top);
  const [height, setHeight] = useState(640);

  useLayoutEffect(() => {
    if (!node) return undefined;
    if (typeof ResizeObserver === 'undefined') return undefined;
    const observer = new ResizeObserver(() => setHeight(node.clientHeight));
    observer.observe(node);
    return () => observer.disconnect();
  }, [node]);

  useLayoutEffect(() => {
    if (node) node.scrollTop = start.top;
  }, [node, start]);

  const onScroll = useCallback((event: UIEvent<HTMLElement>) => {
    // One state change per row, not per pixel.
    setTop(Math.floor(event.currentTarget.scrollTop / rowHeight) * rowHeight);
  }, []);

  const reveal = useCallback(
    (index: number) => {
      if (!node) return;
      const above = index * rowHeight;
      const below = above + rowHeight + headerHeight - node.clientHeight;
      if (node.scrollTop > above) node.scrollTop = above;
      else if (node.scrollTop < below) node.scrollTop = below;
    },
    [node, headerHeight],
  );

  const first = Math.max(0, Math.min(count, Math.floor(top / rowHeight)) - overscan);
  const end = Math.min(count, Math.ceil((top + height) / rowHeight) + overscan);
  return { first, end, attach: setNode, onScroll, reveal };
}
