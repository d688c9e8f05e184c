import { describe, expect, it } from 'vitest';
import {
  isProblemCode,
  locate,
  problem,
  problemCatalogue,
  ProblemError,
  type Problem,
  type ProblemCode,
} from './errors.ts';
import type { ProblemKind } from './errors/template.ts';

const kinds = Object.entries<ProblemKind>(problemCatalogue);

const areas = [
  ['VAL', 'Values and fields'],
  ['LIF', 'Actions and states'],
  ['PER', 'Permissions'],
  ['DEF', 'Declarations'],
  ['CAL', 'Service calendars and targets'],
  ['LOG', 'Change log'],
  ['STO', 'Storage'],
  ['DRF', 'Drafts'],
  ['SHL', 'Desktop and browser shell'],
  ['APP', 'Application'],
  ['IMP', 'Imports'],
  ['SYN', 'Exchange between devices'],
  ['ATT', 'Attachments'],
  ['KEY', 'keys and signing in'],
  ['VER', 'Verifying and audit'],
  ['MRK', 'Markings'],
  ['RUL', 'Rulings of hubs'],
  ['RED', 'Redaction'],
  ['LIB', 'Process library'],
  ['RPT', 'Reports of assessments'],
] as const;

/** Areas whose parts number their problems apart. */
const blocks: Readonly<Record<string, readonly number[]>> = { SYN: [1, 20, 50, 60, 70], VER: [1, 20] };

const introduction = `# Errors

Every message that Outpost shows about something wrong has a code from \`shared/kernel/errors.ts\`. The message says what is
wrong and where, the last column what to do about it. Names in {braces} stand for the values of the case. A code is never
given to another problem. A test holds this page against the catalogue; after a change of the catalogue it is written anew
by \`npx vitest run shared/kernel/errors.test.ts -u\`.
`;

function page(): string {
  const sections = areas.map(([area, heading]) => {
    const rows = kinds
      .filter(([code]) => code.startsWith(`OUT-${area}-`))
      .map(([code, { title, message, next }]) => `| ${code} | ${title} | ${message} | ${next} |\n`);
    return `## OUT-${area}: ${heading}\n\n| code | problem | message | what to do |\n|---|---|---|---|\n${rows.join('')}`;
  });
  return [introduction, ...sections].join('\n');
}

describe('the catalogue of problems', () => {
  it('stands in docs/errors.md, word for word, and nothing else does', async () => {
    await expect(page()).toMatchFileSnapshot('../../docs/errors.md');
  });

  it('has a section in docs/errors.md for every code', () => {
    const missing = kinds.filter(([code]) => !page().includes(`| ${code} |`));
    expect(missing).toEqual([]);
  });

  it('has codes of one form and no title twice', () => {
    for (const [code] of kinds) expect(code).toMatch(/^OUT-[A-Z]{3}-[0-9]{3}$/);
    const titles = kinds.map(([, kind]) => kind.title);
    expect(titles).toEqual([...new Set(titles)]);
  });

  it('numbers each area without gaps', () => {
    const numbersByArea = new Map<string, number[]>();
    for (const [code] of kinds) {
      const [, area = '', digits = ''] = code.split('-');
      numbersByArea.set(area, [...(numbersByArea.get(area) ?? []), Number(digits)]);
    }
    for (const [area, numbers] of numbersByArea) {
      const starts = blocks[area] ?? [1];
      const gaps = numbers.filter((number) => !starts.includes(number) && !numbers.includes(number - 1));
      expect([area, gaps]).toEqual([area, []]);
    }
  });

  it.each(kinds)('%s says what is wrong and what to do, as sentences', (_code, { message, next }) => {
    // A placeholder at the end may bring its own full stop.
    for (const text of [message, next]) expect(text).toMatch(/^[A-Z“{].*[.}]$/);
  });

  it('knows its codes', () => {
    expect(['OUT-VAL-001', 'OUT-VAL-999', 'toString'].map(isProblemCode)).toEqual([true, false, false]);
  });
});

describe('a problem', () => {
  it('names field and value, and keeps where it lies', () => {
    const found = problem('OUT-VAL-004', { field: 'Impact', value: '9', choices: '1, 2, 3', line: 12 });
    expect(found).toEqual({
      code: 'OUT-VAL-004',
      message: '“9” is not a choice of Impact.',
      next: 'Choose one of: 1, 2, 3.',
      what: { field: 'Impact', value: '9', line: 12 },
    } satisfies Problem);
  });

  it('needs no place', () => {
    const found = problem('OUT-CAL-001');
    expect('what' in found).toBe(false);
    expect(found.message).not.toContain('{');
  });

  it('shortens long values in its text and keeps them whole beside it', () => {
    const value = 'x'.repeat(5000);
    const found = problem('OUT-VAL-018', { value });
    expect(found.message).toBe(`“${'x'.repeat(119)}…” cannot be read as a duration.`);
    expect(found.what?.value).toBe(value);
  });

  it('shows values that are no texts', () => {
    const messages = [{ a: 1 }, null, 5, [true]].map((value) => problem('OUT-VAL-018', { value }).message);
    expect(messages.map((message) => message.slice(1, message.indexOf('”')))).toEqual([
      '{"a":1}',
      'null',
      '5',
      '[true]',
    ]);
  });

  it('does not fill a value that looks like a placeholder', () => {
    expect(problem('OUT-VAL-001', { field: '{value}', value: 'secret' }).message).toBe(
      '{value} is empty, and it is required here.',
    );
  });

  it('is told its place later', () => {
    const found = locate(problem('OUT-VAL-018', { value: 'soon' }), {
      field: 'target',
      line: 3,
      other: 'left out',
    });
    expect(found.what).toEqual({ value: 'soon', field: 'target', line: 3 });
  });

  it('can be thrown, with its code in front', () => {
    const cause = new Error('disk');
    const thrown = new ProblemError(problem('OUT-STO-001'), { cause });
    expect(thrown.message).toMatch(/^OUT-STO-001 The change could not be saved/);
    expect([thrown.problem.code, thrown.cause, thrown.name]).toEqual([
      'OUT-STO-001' satisfies ProblemCode,
      cause,
      'ProblemError',
    ]);
  });
});
