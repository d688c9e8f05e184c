// The few globals that browsers, workers, Electron and Node all have. Declared here because
// shared/ compiles with neither DOM nor Node types.
declare const crypto: { getRandomValues(target: Uint8Array): Uint8Array };
declare const TextEncoder: new () => {
  encode(text: string): Uint8Array<ArrayBuffer>;
  encodeInto(text: string, target: Uint8Array): { read: number; written: number };
};

declare const TextDecoder: new (
  label: string,
  options: { fatal: boolean; ignoreBOM: boolean },
) => { decode(bytes: Uint8Array): string };

/** Gives that many random bytes. Passed in wherever chance matters, so tests can seed it. */
export type RandomSource = (bytes: number) => Uint8Array;

/** Cryptographically strong bytes from the platform; at most 65,536 in one call. */
export const platformRandom: RandomSource = (bytes) => crypto.getRandomValues(new Uint8Array(bytes));

const encoder = new TextEncoder();

/** UTF-8 bytes of a text; a lone surrogate becomes U+FFFD. */
export function encodeUtf8(text: string): Uint8Array<ArrayBuffer> {
  return encoder.encode(text);
}

/** Writes UTF-8 bytes into `target` as far as there is room: how many UTF-16 units were read, and bytes written. */
export function encodeUtf8Into(
  text: string,
  target: Uint8Array,
): { readonly read: number; readonly written: number } {
  return encoder.encodeInto(text, target);
}

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Reads UTF-8. @returns undefined where the bytes are not UTF-8. */
export function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return decoder.decode(bytes);
  } catch {
    return undefined;
  }
}
