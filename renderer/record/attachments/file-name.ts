/** Signs without a form of their own: those that turn the direction of writing, by which `gpj.exe` looks like `exe.jpg`, and those of no width. */
const formless = /\p{Cf}/gu;
const unusable = /[\\/:*?"<>|\p{Cc}]/gu;
/** Names of devices, with any ending: Windows opens the device in place of a file. */
const reserved = /^(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9\u00b9\u00b2\u00b3])\s*(\.|$)/i;
/** Characters; file systems take 255 bytes. */
const longestSaved = 120;

/** The name of a file as it is shown: what another device wrote can neither disguise its ending nor push it out of sight. */
export function shownName(name: string): string {
  return (
    name
      .replaceAll(formless, '')
      .replaceAll(/[\p{Cc}\p{Z}]+/gu, ' ')
      .trim() || 'file'
  );
}

/** The name that it is offered under for saving: without what stands for folders or devices, or cannot stand in names. */
export function savedName(name: string): string {
  const plain = shownName(name)
    .replaceAll(unusable, '_')
    .replace(/^\.+/, '_')
    .replace(/[. ]+$/, '');
  const free = reserved.test(plain) ? `_${plain}` : plain;
  const ending = /\.[^.]{1,10}$/.exec(free)?.[0] ?? '';
  return free === '' ? 'file' : free.slice(0, free.length - ending.length).slice(0, longestSaved) + ending;
}

/** The ending without its dot; undefined where there is none. */
export function endingOf(name: string): string | undefined {
  return /\.([A-Za-z0-9]{1,10})$/.exec(name)?.[1]?.toLowerCase();
}
