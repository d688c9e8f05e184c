import { describe, expect, it } from 'vitest';
import { attributeCodes, type Level } from '#shared/assessment/attributes.ts';
import { capabilityLevel, type AttributeRatings } from '#shared/assessment/level.ts';
import { type Rating } from '#shared/assessment/scale.ts';
import { notApplicable, notRated, rated, type Assessed } from '#shared/assessment/value.ts';

/** Ratings of 1.1 2.1 2.2 3.1 3.2 4.1 4.2 5.1 5.2, in this order; `.` is not rated, `x` does not apply. */
function ratingsOf(row: string): AttributeRatings {
  const marks = row.split(' ');
  return Object.fromEntries(
    attributeCodes.map((code, place): [string, Assessed] => [code, valueOf(marks[place] ?? '.')]),
  );
}

function valueOf(mark: string): Assessed {
  if (mark === '.') return notRated;
  return mark === 'x' ? notApplicable : rated(mark as Rating);
}

/** By hand: level n when its attributes are L or F, and all of lower levels are F. */
const worked: readonly (readonly [row: string, level: Level, reason: string])[] = [
  ['N . . . . . . . .', 0, 'Level 0, Incomplete: PA 1.1 is N.'],
  ['P . . . . . . . .', 0, 'Level 0, Incomplete: PA 1.1 is P.'],
  ['P+ . . . . . . . .', 0, 'Level 0, Incomplete: PA 1.1 is P+.'],
  ['. . . . . . . . .', 0, 'Level 0, Incomplete: PA 1.1 is not rated.'],
  [
    'x . . . . . . . .',
    0,
    'Level 0, Incomplete: PA 1.1 was held not to apply, so the next level cannot be shown.',
  ],
  ['P F F F F F F F F', 0, 'Level 0, Incomplete: PA 1.1 is P.'],
  ['L . . . . . . . .', 1, 'Level 1, Performed: PA 1.1 is L, and any higher level asks for F.'],
  ['L- . . . . . . . .', 1, 'Level 1, Performed: PA 1.1 is L-, and any higher level asks for F.'],
  ['L F F F F F F F F', 1, 'Level 1, Performed: PA 1.1 is L, and any higher level asks for F.'],
  ['F . . . . . . . .', 1, 'Level 1, Performed: PA 2.1 is not rated.'],
  ['F P F . . . . . .', 1, 'Level 1, Performed: PA 2.1 is P.'],
  ['F F P . . . . . .', 1, 'Level 1, Performed: PA 2.2 is P.'],
  ['F N N . . . . . .', 1, 'Level 1, Performed: PA 2.1 is N.'],
  ['F . P . . . . . .', 1, 'Level 1, Performed: PA 2.2 is P.'],
  [
    'F F x . . . . . .',
    1,
    'Level 1, Performed: PA 2.2 was held not to apply, so the next level cannot be shown.',
  ],
  ['F L L . . . . . .', 2, 'Level 2, Managed: PA 2.1 is L, and any higher level asks for F.'],
  ['F L F . . . . . .', 2, 'Level 2, Managed: PA 2.1 is L, and any higher level asks for F.'],
  ['F F L . . . . . .', 2, 'Level 2, Managed: PA 2.2 is L, and any higher level asks for F.'],
  ['F F L- F F . . . .', 2, 'Level 2, Managed: PA 2.2 is L-, and any higher level asks for F.'],
  ['F F F . . . . . .', 2, 'Level 2, Managed: PA 3.1 is not rated.'],
  ['F F F P F . . . .', 2, 'Level 2, Managed: PA 3.1 is P.'],
  ['F F F F P . . . .', 2, 'Level 2, Managed: PA 3.2 is P.'],
  ['F F F L L . . . .', 3, 'Level 3, Established: PA 3.1 is L, and any higher level asks for F.'],
  ['F F F L F F F F F', 3, 'Level 3, Established: PA 3.1 is L, and any higher level asks for F.'],
  ['F F F F L . . . .', 3, 'Level 3, Established: PA 3.2 is L, and any higher level asks for F.'],
  ['F F F F F N . . .', 3, 'Level 3, Established: PA 4.1 is N.'],
  ['F F F F F F P- . .', 3, 'Level 3, Established: PA 4.2 is P-.'],
  ['F F F F F L L . .', 4, 'Level 4, Predictable: PA 4.1 is L, and any higher level asks for F.'],
  ['F F F F F F L F F', 4, 'Level 4, Predictable: PA 4.2 is L, and any higher level asks for F.'],
  ['F F F F F F F P L', 4, 'Level 4, Predictable: PA 5.1 is P.'],
  ['F F F F F F F F .', 4, 'Level 4, Predictable: PA 5.2 is not rated.'],
  ['F F F F F F F L L', 5, 'Level 5, Innovating: all attributes are as level 5 asks.'],
  ['F F F F F F F F L', 5, 'Level 5, Innovating: all attributes are as level 5 asks.'],
  ['F F F F F F F F F', 5, 'Level 5, Innovating: all attributes are as level 5 asks.'],
];

describe('ASM-110 the level of a process', () => {
  it.each(worked)('%s is level %d', (row, level, reason) => {
    expect(capabilityLevel(ratingsOf(row))).toMatchObject({ level, reason });
  });

  it('ASM-111 is open where something is not rated or does not apply, and only there', () => {
    expect(capabilityLevel(ratingsOf('F . . . . . . . .')).isOpen).toBe(true);
    expect(capabilityLevel(ratingsOf('F F x . . . . . .')).isOpen).toBe(true);
    expect(capabilityLevel(ratingsOf('F P . . . . . . .')).isOpen).toBe(false);
    expect(capabilityLevel(ratingsOf('F F F F F F F F F')).isOpen).toBe(false);
  });

  it('ASM-112 names the attributes of reached levels of which values are missing', () => {
    const ratings: AttributeRatings = {
      '1.1': { kind: 'rated', rating: 'F', missing: 2 },
      '2.1': { kind: 'rated', rating: 'P', missing: 1 },
      '2.2': rated('F'),
    };
    expect(capabilityLevel(ratings)).toMatchObject({ level: 1, incomplete: ['1.1'] });
  });
});
