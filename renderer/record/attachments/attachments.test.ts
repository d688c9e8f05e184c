import { describe, expect, test } from 'vitest';
import { endingOf, savedName, shownName } from './file-name.ts';
import { mayBePicture, pictureKind } from './image-kind.ts';
import { placeWords } from './place-words.ts';

describe('names of files from elsewhere', () => {
  test.each([
    ['report.pdf', 'report.pdf', 'report.pdf'],
    ['../../etc/passwd', '../../etc/passwd', '__.._etc_passwd'],
    ['C:\\boot.ini', 'C:\\boot.ini', 'C__boot.ini'],
    ['evil\u202egpj.exe', 'evilgpj.exe', 'evilgpj.exe'],
    ['a\nb.txt', 'a b.txt', 'a b.txt'],
    ['dots...', 'dots...', 'dots'],
    [' \u202e ', 'file', 'file'],
    ['in\u200bvoice\u00ad.pdf\u2060.exe', 'invoice.pdf.exe', 'invoice.pdf.exe'],
    [`report.pdf${' \u00a0'.repeat(90)}.exe`, 'report.pdf .exe', 'report.pdf .exe'],
    ['CON', 'CON', '_CON'],
    ['nul.txt', 'nul.txt', '_nul.txt'],
    ['Lpt1.tar.gz', 'Lpt1.tar.gz', '_Lpt1.tar.gz'],
    ['console.log', 'console.log', 'console.log'],
    [`${'n'.repeat(180)}.docx`, `${'n'.repeat(180)}.docx`, `${'n'.repeat(120)}.docx`],
  ])('ATT-31 %j is shown as %j and saved as %j', (name, shown, saved) => {
    expect([shownName(name), savedName(name)]).toEqual([shown, saved]);
  });

  test('ATT-31 the ending is what stands behind the last dot', () => {
    expect(['a.PNG', 'tar.gz', 'none', 'x.', 'a.b c'].map(endingOf)).toEqual([
      'png',
      'gz',
      undefined,
      undefined,
      undefined,
    ]);
  });
});

describe('previews', () => {
  const bytes = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));

  test('ATT-32 what a picture is, its bytes say', () => {
    expect(pictureKind(bytes('\x89PNG\r\n\x1a\n…'))).toBe('image/png');
    expect(pictureKind(bytes('\xff\xd8\xff\xe0'))).toBe('image/jpeg');
    expect(pictureKind(bytes('GIF89a'))).toBe('image/gif');
    expect(pictureKind(bytes('RIFF\x01\x02\x03\x04WEBPVP8 '))).toBe('image/webp');
    expect(pictureKind(bytes('<svg xmlns="http://www.w3.org/2000/svg">'))).toBeUndefined();
    expect(pictureKind(bytes('RIFF\x01\x02\x03\x04WAVE'))).toBeUndefined();
    expect(pictureKind(bytes(''))).toBeUndefined();
  });

  test('ATT-32 only pictures that carry no scripts, and are not huge, are offered for preview', () => {
    expect(mayBePicture({ type: 'image/png', size: 10 })).toBe(true);
    expect(mayBePicture({ type: 'image/svg+xml', size: 10 })).toBe(false);
    expect(mayBePicture({ type: 'text/html', size: 10 })).toBe(false);
    expect(mayBePicture({ type: 'image/png', size: 30_000_000 })).toBe(false);
  });
});

describe('where a file is', () => {
  const place = (more: object) => ({
    ...({ here: 'absent', received: 0, isAtHub: false, isWanted: false } as const),
    ...more,
  });

  test.each([
    [{ here: 'whole' }, false, 'On this device', undefined],
    [{ here: 'whole', isAtHub: true }, true, 'Here and at the hub', undefined],
    [{ here: 'whole' }, true, 'Not yet at the hub', 'Send now'],
    [{ here: 'whole', isWanted: true }, true, 'Being sent', undefined],
    [{}, true, 'Not here yet', 'Fetch'],
    [{}, false, 'Not here yet', undefined],
    [{ here: 'partial', received: 45 }, true, '45 % here', 'Fetch'],
    [{ here: 'partial', received: 45, isWanted: true }, true, 'Being fetched, 45 % here', undefined],
  ])('ATT-33 %o, with a hub %s: “%s”, offers %s', (more, hasHub, text, offer) => {
    expect(placeWords(place(more), 100, hasHub)).toEqual(offer ? { text, offer } : { text });
  });
});
