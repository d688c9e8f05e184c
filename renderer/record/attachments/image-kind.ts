/** Kinds of pictures that are shown; all else may carry scripts or is not a picture. */
const kinds = [
  { type: 'image/png', starts: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] },
  { type: 'image/jpeg', starts: [0xff, 0xd8, 0xff] },
  { type: 'image/gif', starts: [0x47, 0x49, 0x46, 0x38] },
] as const;

const riff = [0x52, 0x49, 0x46, 0x46];
const webp = [0x57, 0x45, 0x42, 0x50];

/** Larger ones are saved and opened elsewhere. */
export const largestPreview = 20_000_000;

/** May a file be asked for a preview, by what its device said of it? What it really is, its bytes tell. */
export function mayBePicture({ type, size }: { readonly type: string; readonly size: number }): boolean {
  return size <= largestPreview && /^image\/(png|jpeg|gif|webp)$/.test(type);
}

/** The kind of picture that the bytes are; undefined where they are none that is shown. */
export function pictureKind(bytes: Uint8Array): string | undefined {
  if (beginsWith(bytes, riff) && beginsWith(bytes.subarray(8), webp)) return 'image/webp';
  return kinds.find(({ starts }) => beginsWith(bytes, starts))?.type;
}

function beginsWith(bytes: Uint8Array, starts: readonly number[]): boolean {
  return bytes.length >= starts.length && starts.every((byte, index) => bytes[index] === byte);
}
