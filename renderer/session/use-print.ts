import { useCallback, useMemo } from 'react';
import { readBridgeError } from '#shared/contracts/bridge-errors.ts';
import type { PrintOptions } from '#shared/contracts/bridge.ts';
import { problem, ProblemError } from '#shared/kernel/errors.ts';
import { useBridge } from './bridge.tsx';
import { usePreferences } from './preferences.ts';
import { toast, type Toast } from './toasts.ts';
import { useUnit } from './unit.ts';

interface PrintPageOptions {
  readonly title: string;
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

/** Prints the page as its print styles show it, with the unit's marking on every sheet. */
export function usePrintPage({ title, landscape = false }: PrintPageOptions): PrintActions {
  const bridge = useBridge();
  const { marking } = useUnit();
  const pageSize = usePreferences((state) => state.paper);
  const options = useMemo<PrintOptions>(
    () => ({ pageSize, landscape, title, marking }),
    [pageSize, landscape, title, marking],
  );
  const print = useCallback(async () => {
    try {
      await bridge.print.print(options);
    } catch (error) {
      say(error);
    }
  }, [bridge, options]);
  const savePdf = useCallback(async () => {
    try {
      const bytes = await bridge.print.toPdf(options);
      const name = `${title.replaceAll(/[^\p{L}\p{N} .-]+/gu, ' ').trim()}.pdf`;
      const saved = await bridge.files.saveAs(name, bytes, [{ name: 'PDF document', extensions: ['pdf'] }]);
      if (saved !== null) toast({ text: `Saved as ${saved}`, tone: 'success' });
    } catch (error) {
      say(error, { label: 'Print', onSelect: () => void print() });
    }
  }, [bridge, options, title, print]);
  return { print, savePdf };
}
