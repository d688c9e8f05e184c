import { useCallback } from 'react';
import { readBridgeError } from '#shared/contracts/bridge-errors.ts';
import type { PrintOptions } from '#shared/contracts/bridge.ts';
import { problem, ProblemError } from '#shared/kernel/errors.ts';
import { useBridge } from './bridge.tsx';
import { usePreferences } from './preferences.ts';
import { fileMarking, usePaperMarking } from './shown-markings.ts';
import { toast, type Toast } from './toasts.ts';

interface PrintPageOptions {
  /** The window's title if absent. */
  readonly title?: string;
  readonly landscape?: boolean;
}

interface PrintActions {
  /** The system's print dialog. */
  readonly print: () => Promise<void>;
  /** Asks where to save the page as PDF. */
  readonly savePdf: () => Promise<void>;
}

function say(error: unknown, action?: Toast['action']): void {
  const reason = readBridgeError(error)?.message ?? (error instanceof Error ? error.message : String(error));
  const found = error instanceof ProblemError ? error.problem : problem('OUT-SHL-008', { reason });
  toast({ text: `${found.message} ${found.next ?? ''}`, tone: 'danger', action });
}

function titleOfWindow(): string {
  return document.title.replace(/ · Outpost$/, '');
}

/** Prints the page as its print styles show it, with the marking of what stands there on every sheet. */
export function usePrintPage({ title, landscape = false }: PrintPageOptions = {}): PrintActions {
  const bridge = useBridge();
  const marking = usePaperMarking();
  const pageSize = usePreferences((state) => state.paper);
  const optionsNow = useCallback(
    (): PrintOptions => ({ pageSize, landscape, title: title ?? titleOfWindow(), marking }),
    [pageSize, landscape, title, marking],
  );
  const print = useCallback(async () => {
    try {
      await bridge.print.print(optionsNow());
    } catch (error) {
      say(error);
    }
  }, [bridge, optionsNow]);
  const savePdf = useCallback(async () => {
    try {
      const options = optionsNow();
      const bytes = await bridge.print.toPdf(options);
      const title = options.title.replaceAll(/[^\p{L}\p{N} .-]+/gu, ' ').trim();
      const name = `${title} ${fileMarking(options.marking)}.pdf`;
      const saved = await bridge.files.saveAs(name, bytes, [{ name: 'PDF document', extensions: ['pdf'] }]);
      if (saved !== null) toast({ text: `Saved as ${saved}`, tone: 'success' });
    } catch (error) {
      say(error, { label: 'Print', onSelect: () => void print() });
    }
  }, [bridge, optionsNow, print]);
  return { print, savePdf };
}
