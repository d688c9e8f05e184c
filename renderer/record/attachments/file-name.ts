/** Marks that turn the direction of writing, by which `gpj.exe` can be made to look like `exe.jpg`. */
const turning = /[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;
const unusable = /[\\/:*?"<>|\p{Cc}]/gu;

/** The name of a file as it is shown: what another device wrote cannot disguise its ending. */
export function shownName(name: string): string {
  return (
    name
      .replaceAll(turning, '')
      .replaceAll(/\p{Cc}/gu, ' ')
      .trim() || 'file'
  );
}

/** The name that it is offered under for saving: without what stands for folders, or cannot stand in names. */
export function savedName(name: string): string {
  const plain = shownName(name)
    .replaceAll(unusable, '_')
    .replace(/^\.+/, '_')
    .replace(/[. ]+$/, '');
  return plain === '' ? 'file' : plain;
}

/** The ending without its dot; undefined where there is none. */
export function endingOf(name: string): string | undefined {
  return /\.([A-Za-z0-9]{1,10})$/.exec(name)?.[1]?.toLowerCase();
}
