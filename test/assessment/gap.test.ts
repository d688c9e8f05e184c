import { describe, expect, it } from 'vitest';
import { gapsOf, knowledgeOf, needsOf } from '#shared/assessment/gap.ts';
import { progressOf } from '#shared/assessment/progress.ts';
import { notApplicable, notRated, rated } from '#shared/assessment/value.ts';
import { assessed } from '#test/support/profiles.ts';

const words = (needs: ReturnType<typeof needsOf>) =>
  needs.map(
    ({ attribute, value, asks }) =>
      `${attribute} ${value.kind === 'rated' ? value.rating : value.kind} asks ${asks}`,
  );

describe('ASM-310 the gap to the target', () => {
  it('most levels missing first, then the lowest level, then as in the profile; none at its target', () => {
    const profile = [
      assessed('IM', 2, 'F P F'), // 1 of 2
      assessed('RF', 1, 'F'), // 1 of 1
      assessed('CfM', 3, 'L P P N N'), // 1 of 3
      assessed('KM', 1, 'P'), // 0 of 1
      assessed('PM', 2, 'L L L'), // 1 of 2
    ];
    expect(gapsOf(profile).map(({ result }) => result.process)).toEqual(['CfM', 'KM', 'IM', 'PM']);
  });

  it('names what the next level asks, and what the target asks besides', () => {
    const [gap] = gapsOf([assessed('IM', 3, 'L L P ? F')]);
    expect(gap?.next).toBe(2);
    expect(words(gap?.forNext ?? [])).toEqual(['1.1 L asks F', '2.2 P asks L']);
    expect(words(gap?.forTarget ?? [])).toEqual(['2.1 L asks F', '2.2 P asks F', '3.1 notRated asks L']);
  });

  it('what does not apply or is beyond the scope is no achievement', () => {
    expect(words(needsOf(assessed('IM', 2, 'F na F'), 3))).toEqual([
      '2.1 notApplicable asks F',
      '3.1 notRated asks L',
      '3.2 notRated asks L',
    ]);
  });

  it.each([
    ['known', assessed('IM', 2, 'F P ?')],
    ['known', assessed('IM', 2, 'F L F')],
    ['atTarget', assessed('IM', 2, 'F F F')],
    ['open', assessed('IM', 2, 'F ? F')],
    ['open', assessed('IM', 1, 'na')],
  ])('ASM-111 a level is %s', (knowledge, result) => {
    expect(knowledgeOf(result)).toBe(knowledge);
  });
});

describe('ASM-311 how much is rated', () => {
  it('counts every line with an answer, “does not apply” among them', () => {
    const answers = [rated('F'), notApplicable, notRated];
    const codes = ['1.1', '2.1', '2.2'];
    expect(
      progressOf(
        { method: { name: 'R3' }, scope: [{ process: 'IM', instance: '', target: 3 }] },
        { outcomes: () => [], indicators: () => [] },
        ({ attribute }) => answers[codes.indexOf(attribute)],
      ),
    ).toEqual({ rated: 2, of: 5 });
  });
});
