import { useEffect, useState, type DragEvent } from 'react';

/** What makes an element take files that are dropped on it. */
export interface DropTarget {
  readonly isOver: boolean;
  readonly props: {
    readonly onDragOver?: (event: DragEvent) => void;
    readonly onDragLeave?: (event: DragEvent) => void;
    readonly onDrop?: (event: DragEvent) => void;
  };
}

/** Takes files that are dropped on an element, or pasted while no window stands over the page. */
export function useDrop(onFiles: (files: readonly File[]) => void, isTaking: boolean): DropTarget {
  const [isOver, setOver] = useState(false);
  useEffect(() => {
    if (!isTaking) return undefined;
    const onPaste = (event: ClipboardEvent) => {
      const files = [...(event.clipboardData?.files ?? [])];
      if (files.length === 0 || document.querySelector('[role="dialog"]')) return;
      event.preventDefault();
      onFiles(files);
    };
    document.addEventListener('paste', onPaste);
    return () => document.removeEventListener('paste', onPaste);
  }, [isTaking, onFiles]);
  if (!isTaking) return { isOver: false, props: {} };
  return {
    isOver,
    props: {
      onDragOver: (event) => {
        if (!event.dataTransfer.types.includes('Files')) return;
        event.preventDefault();
        event.dataTransfer.dropEffect = 'copy';
        setOver(true);
      },
      onDragLeave: (event) => {
        const { currentTarget, relatedTarget } = event;
        if (!(relatedTarget instanceof Node && currentTarget.contains(relatedTarget))) setOver(false);
      },
      onDrop: (event) => {
        setOver(false);
        const files = [...event.dataTransfer.files];
        if (files.length === 0) return;
        event.preventDefault();
        onFiles(files);
      },
    },
  };
}
