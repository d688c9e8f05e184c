import { readBridgeError } from '#shared/contracts/bridge-errors.ts';
import { useBridge } from './bridge.tsx';
import { toast } from './toasts.ts';

/** A kind of file, as the dialog for saving names it. */
export interface FileKind {
  readonly name: string;
  readonly extensions: readonly string[];
}

/** Saves bytes under a name that the person may change; says where, or why not. */
export function useSaveFile(): (name: string, bytes: Uint8Array, kind: FileKind) => Promise<void> {
  const bridge = useBridge();
  return async (name, bytes, { name: label, extensions }) => {
    try {
      const saved = await bridge.files.saveAs(name, bytes, [{ name: label, extensions: [...extensions] }]);
      if (saved !== null) toast({ text: `Saved as ${saved}`, tone: 'success' });
    } catch (error) {
      toast({ text: readBridgeError(error)?.message ?? `${name} could not be saved.`, tone: 'danger' });
    }
  };
}
