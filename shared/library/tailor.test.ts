import { expect, test } from 'vitest';
import { soundProcess } from '#test/support/reference-model.ts';
import { tailorProcess, type Tailoring } from './tailor.ts';

const process = soundProcess();

function tailoring(changes: Partial<Tailoring>): Tailoring {
  return {
    record: 'r1',
    process: 'AA',
    kind: 'name',
    code: '',
    text: 'Our name',
    evidence: '',
    reason: 'Order 12',
    ...changes,
  };
}

test('LIB-150 Nothing tailored leaves the process as the model has it.', () => {
  const { self, activities, outcomes, lost } = tailorProcess(process, [tailoring({ process: 'BB' })]);
  expect({ self, activities, outcomes, lost }).toEqual({
    self: process,
    activities: process.activities,
    outcomes: process.outcomes,
    lost: [],
  });
});

test('LIB-150 An added outcome stands after those of the model, with a code of its own.', () => {
  const own = tailoring({ kind: 'outcome', text: 'Convoys are told first', evidence: 'Radio log' });
  expect(tailorProcess(process, [own]).outcomes).toEqual([
    ...process.outcomes,
    { code: 'AA-L1', text: 'Convoys are told first', evidence: 'Radio log', added: own },
  ]);
});

test('LIB-150 A local name and “not applicable” mark the part they are about and no other.', () => {
  const name = tailoring({ code: 'AA1' });
  const out = tailoring({ kind: 'notApplicable', code: 'AA-O1', text: '' });
  const { self, activities, outcomes } = tailorProcess(process, [name, out]);
  expect(activities[0]).toMatchObject({ code: 'AA1', name: 'Do', localName: name });
  expect(outcomes[0]).toMatchObject({ code: 'AA-O1', notApplicable: out });
  expect([self.localName, self.notApplicable, outcomes[0]?.localName]).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
});

test('LIB-150 Of two tailorings of the same part the later counts; one without its part is named.', () => {
  const first = tailoring({ text: 'Old name' });
  const second = tailoring({ record: 'r2', text: 'New name' });
  const stray = tailoring({ code: 'AA9' });
  const { self, lost } = tailorProcess(process, [first, second, stray]);
  expect(self.localName).toBe(second);
  expect(lost).toEqual([stray]);
});
