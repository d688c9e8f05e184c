import { expect, test } from 'vitest';
import { ProblemError } from '#shared/kernel/errors.ts';
import { paperOptions, pdfOptions, printOnPaper, printToPdf } from './printing.ts';

const options = { pageSize: 'Letter', landscape: true, title: 'A & B <script>"', marking: 'CUI' } as const;

test('the PDF has the paper asked for, the marking at head and foot, and page numbers', () => {
  const {
    pageSize,
    landscape,
    displayHeaderFooter,
    headerTemplate = '',
    footerTemplate = '',
  } = pdfOptions(options);
  expect({ pageSize, landscape, displayHeaderFooter }).toEqual({
    pageSize: 'Letter',
    landscape: true,
    displayHeaderFooter: true,
  });
  expect(headerTemplate).toContain('A &amp; B &lt;script&gt;&quot;');
  expect(headerTemplate).toContain('<b>CUI</b>');
  expect(footerTemplate).toContain('<b>CUI</b>');
  expect(footerTemplate).toContain('<span class="pageNumber"></span> of <span class="totalPages"></span>');
});

test('paper has marking and title too, without a stray separator', () => {
  expect(paperOptions(options)).toMatchObject({
    header: 'CUI · A & B <script>"',
    footer: 'CUI',
    landscape: true,
  });
  expect(paperOptions({ ...options, marking: '' })).toMatchObject({ header: 'A & B <script>"', footer: '' });
});

test('a PDF that cannot be made is refused by name', async () => {
  expect(await printToPdf({ printToPDF: async () => Buffer.from('%PDF-') }, options)).toEqual(
    new Uint8Array(Buffer.from('%PDF-')),
  );
  const failing = printToPdf({ printToPDF: () => Promise.reject(new Error('no frame')) }, options);
  await expect(failing).rejects.toThrow('OUT-SHL-008 The page could not be printed: no frame.');
});

test.each([
  [true, '', true],
  [false, 'Print job canceled', false],
])('printing that ended %s %s answers %s', async (isPrinted, reason, expected) => {
  const answer = await printOnPaper({ print: (_, callback) => callback?.(isPrinted, reason) }, options);
  expect(answer).toBe(expected);
});

test('a failed print is refused by name', async () => {
  const failing = printOnPaper(
    { print: (_, callback) => callback?.(false, 'Invalid printer settings') },
    options,
  );
  await expect(failing).rejects.toThrow(ProblemError);
  await expect(failing).rejects.toThrow('Invalid printer settings');
});
