import { describe, expect, test } from 'vitest';
import {
  expectOne,
  found,
  plainLife,
  withField,
  withState,
  withTransition,
  withType,
  withViews,
} from '#test/support/broken-declarations.ts';
import { sampleProcess, ticket } from '#test/support/sample-catalogue.ts';
import type { Field } from './field.ts';
import type { Transition } from './lifecycle.ts';
import type { RecordType } from './record-type.ts';

describe('DEF-3 fields', () => {
  test.each<[string, Field, string]>([
    ['no choices', { kind: 'choice', label: 'X', choices: [] }, 'no choices'],
    [
      'a choice twice',
      {
        kind: 'choice',
        label: 'X',
        choices: [
          { value: 'a', label: 'A' },
          { value: 'a', label: 'B' },
        ],
      },
      'choice “a” is there twice',
    ],
    [
      'a label twice',
      {
        kind: 'choice',
        label: 'X',
        choices: [
          { value: 'a', label: 'A' },
          { value: 'b', label: 'A' },
        ],
      },
      'labelled “A”',
    ],
    [
      'an empty choice',
      { kind: 'choice', label: 'X', choices: [{ value: '', label: 'None' }] },
      'has no value',
    ],
    [
      'a default that is no choice',
      { kind: 'choice', label: 'X', choices: [{ value: 'a', label: 'A' }], default: 'z' },
      '“z”',
    ],
    ['no label', { kind: 'text', label: ' ' }, 'no label'],
    ['an unknown section', { kind: 'text', label: 'X', section: 'nowhere' }, '“nowhere”'],
    ['an unknown target', { kind: 'reference', label: 'X', to: ['spaceship'] }, '“spaceship”'],
    ['no target', { kind: 'references', label: 'X', to: [] }, 'no record type'],
    [
      'a pattern that remembers',
      { kind: 'text', label: 'X', pattern: { regex: /a/g, says: 'a' } },
      'flag g or y',
    ],
    ['a range upside down', { kind: 'integer', label: 'X', min: 5, max: 1 }, 'above its greatest'],
    ['a table without columns', { kind: 'table', label: 'X', columns: {} }, 'no columns'],
    [
      'a faulty column',
      { kind: 'table', label: 'X', columns: { a: { kind: 'choice', label: 'A', choices: [] } } },
      'column a: it has no choices',
    ],
    ['a weight below 0', { kind: 'text', label: 'X', boost: -1 }, 'below 0'],
    ['a length of 0', { kind: 'longText', label: 'X', maxLength: 0 }, 'not above 0'],
    [
      'required and read-only',
      { kind: 'text', label: 'X', required: true, readOnly: true },
      'neither a default nor an action',
    ],
  ])('DEF-3 %s is found', (_name, field, says) => {
    expectOne(withField('extra', field), 'OUT-DEF-002', 'record type ticket', 'field extra', says);
  });

  test('DEF-3 a loop is looked for only where the field can make one', () => {
    const other: RecordType = {
      ...ticket,
      name: 'other',
      prefix: 'OTH',
      lifecycle: plainLife,
      fields: {
        title: { kind: 'text', label: 'T' },
        up: { kind: 'reference', label: 'Up', to: ['ticket'], acyclic: true },
      },
    };
    expectOne(
      found({ ...sampleProcess, recordTypes: [ticket, other] }),
      'OUT-DEF-002',
      'field up',
      'own type',
    );
  });

  test('DEF-3 sections are there, each once', () => {
    expect(withType({ sections: [] })).toEqual([expect.stringContaining('ticket.sections')]);
    expectOne(
      withType({ sections: [...ticket.sections, ...ticket.sections] }),
      'OUT-DEF-001',
      'ticket.sections',
      '“main”',
    );
  });
});

describe('DEF-4 lifecycles', () => {
  test.each<[string, Partial<Transition>, string]>([
    ['an unknown state before', { from: ['new', 'nowhere'] }, '“nowhere”'],
    ['an unknown state after', { from: ['new'], to: 'nowhere' }, '“nowhere”'],
    ['no state before', { from: [] }, 'no state'],
    ['an unknown field needed', { needs: ['nothing'] }, '“nothing”'],
    ['an unknown field offered', { offers: ['nothing'] }, '“nothing”'],
    ['a field twice', { needs: ['title'], offers: ['title'] }, 'twice'],
    ['no label', { label: '' }, 'no label'],
    ['an unknown activity', { activity: 'TST9' }, 'TST9'],
    [
      'a right that nobody gives',
      { permit: { name: 'x', label: '', givenBy: '', allows: () => true } },
      'right',
    ],
    ['primary elsewhere', { primary: ['done'] }, '“done”'],
    ['a bar by an unknown action', { notBy: { 'action:fly': 'flew' } }, '“fly”'],
    ['a touch of an unknown type', { touches: { a: { type: 'spaceship', by: 'x' } } }, '“spaceship”'],
    [
      'a touch by a field that leads elsewhere',
      { touches: { a: { type: 'ticket', by: 'title' } } },
      '“title”',
    ],
    ['a touch of a field that leads nowhere', { touches: { a: { field: 'title' } } }, '“title”'],
    [
      'a touch through a field that leads nowhere',
      { touches: { a: { type: 'ticket', by: 'parent', through: 'title' } } },
      '“title”',
    ],
  ])('DEF-4 %s is found', (_name, change, says) => {
    const about = withTransition(change).filter((message) => message.startsWith('OUT-DEF-003'));
    expectOne(about, 'OUT-DEF-003', 'record type ticket', 'start', says);
  });

  test('DEF-4 one action leads to one place from each state, and one at most is the usual step', () => {
    const again: Transition = {
      ...(ticket.lifecycle.transitions[0] as Transition),
      to: 'done',
      primary: ['new'],
    };
    const messages = withType({
      lifecycle: { ...ticket.lifecycle, transitions: [...ticket.lifecycle.transitions, again] },
    });
    expect(messages).toEqual([
      expect.stringContaining('transition start: it is there twice from state “new”'),
      expect.stringContaining('state “new” has more than one primary action'),
    ]);
  });

  test('DEF-4 the first state exists, every state can be reached, and none is a dead end but the final ones', () => {
    expect(withType({ lifecycle: { ...ticket.lifecycle, initial: 'nowhere' } })[0]).toContain(
      'ticket.lifecycle.initial',
    );
    expect(withState('lost', { label: 'Lost', class: 'open' })).toEqual([
      expect.stringContaining('states.lost: no way leads to it'),
      expect.stringContaining('no way leads out'),
    ]);
    expectOne(
      withState('lost', { label: 'Lost', class: 'done', final: true }),
      'OUT-DEF-001',
      'states.lost',
      'no way leads to it',
    );
    expectOne(
      withState('closed', { label: 'Closed', class: 'open', final: true }),
      'OUT-DEF-001',
      'states.closed',
      'counts as work',
    );
  });

  test('DEF-4 from every state a final one can be reached', () => {
    const round: Transition[] = ['loopA', 'loopB'].map((from, index, all) => ({
      ...(ticket.lifecycle.transitions[0] as Transition),
      action: `go${index}`,
      primary: [],
      from: index === 0 ? ['new', from] : [from],
      to: all[1 - index] ?? '',
    }));
    const lifecycle = {
      ...ticket.lifecycle,
      states: {
        ...ticket.lifecycle.states,
        loopA: { label: 'A', class: 'open' },
        loopB: { label: 'B', class: 'open' },
      } as const,
      transitions: [...ticket.lifecycle.transitions, ...round],
    };
    const messages = withType({ lifecycle });
    expect(messages).toHaveLength(2);
    for (const message of messages) expect(message).toContain('no way leads from it to a final state');
  });
});

describe('DEF-5 views', () => {
  test.each<[string, Partial<RecordType['views']>, string, string]>([
    ['an unknown column', { list: ['nothing'] }, 'views.list', '“nothing”'],
    ['a long text as column', { list: ['details'] }, 'views.list', '“details”'],
    ['a column twice', { list: ['title', 'title'] }, 'views.list', 'twice'],
    [
      'too many columns',
      { list: ['number', 'state', 'title', 'impact', 'urgency', 'effort', 'cost', 'due', 'parent'] },
      'views.list',
      'more than 8',
    ],
    ['an unknown sort', { sort: [{ column: 'nothing' }] }, 'views.sort', '“nothing”'],
    ['an unknown subtitle', { subtitle: ['nothing'] }, 'views.subtitle', '“nothing”'],
    ['an unknown title', { title: 'nothing' }, 'views.title', '“nothing”'],
    ['a title that some may not see', { title: 'secret', quick: ['title'] }, 'views.title', 'hidden'],
    ['an unknown quick field', { quick: ['title', 'nothing'] }, 'views.quick', '“nothing”'],
    ['a quick field that nobody may fill', { quick: ['title', 'outcome'] }, 'views.quick', '“outcome”'],
    ['a quick form that cannot be saved', { quick: [] }, 'views.quick', '“title” is required'],
    ['a board without lanes', { board: 'title' }, 'views.board', '“title”'],
    [
      'a filter on an unknown column',
      {
        filters: [{ id: 'f', label: 'F', query: { where: [{ any: [{ column: 'nothing', empty: true }] }] } }],
      },
      'views.filters.f',
      '“nothing”',
    ],
    [
      'a filter on an unknown state',
      { filters: [{ id: 'f', label: 'F', query: { where: [{ column: 'state', in: ['nowhere'] }] } }] },
      'views.filters.f',
      '“nowhere”',
    ],
    [
      'a filter on an unknown choice',
      { filters: [{ id: 'f', label: 'F', query: { where: [{ column: 'impact', notIn: ['9'] }] } }] },
      'views.filters.f',
      '“9”',
    ],
    [
      'a filter for nothing',
      { filters: [{ id: 'f', label: 'F', query: { where: [{ column: 'impact', in: [] }] } }] },
      'views.filters.f',
      'with nothing',
    ],
    [
      'a filter without bounds',
      { filters: [{ id: 'f', label: 'F', query: { where: [{ column: 'effort' }] } }] },
      'views.filters.f',
      'no bound',
    ],
    [
      'a filter sorted by nothing known',
      { filters: [{ id: 'f', label: 'F', query: { where: [], sort: [{ column: 'nothing' }] } }] },
      'views.filters.f',
      '“nothing”',
    ],
    [
      'a filter twice',
      { filters: [1, 2].map(() => ({ id: 'f', label: 'F', query: { where: [] } })) },
      'views.filters',
      '“f”',
    ],
  ])('DEF-5 %s is found', (_name, change, path, says) => {
    expectOne(withViews(change), 'OUT-DEF-001', `ticket.${path}`, says);
  });

  test('DEF-5 symbols pass as values of a choice', () => {
    expect(
      withViews({
        filters: [{ id: 'f', label: 'F', query: { where: [{ column: 'parent', in: [{ symbol: 'me' }] }] } }],
      }),
    ).toEqual([]);
  });

  test.each([
    ['watches', { watch: ['nothing'], type: 'ticket' }, '“nothing”'],
    ['offers', { watch: ['title'], type: 'spaceship' }, '“spaceship”'],
    [
      'filters by',
      { watch: ['title'], type: 'ticket', where: [{ column: 'nothing', empty: true }] },
      '“nothing”',
    ],
    ['fills', { watch: ['title'], type: 'ticket', fills: 'details' }, '“details”'],
  ])('DEF-5 a suggestion that %s what is not there is found', (_name, suggestion, says) => {
    expectOne(
      withType({ suggestions: [{ label: 'Like this', where: [], ...suggestion }] }),
      'OUT-DEF-001',
      'suggestions.Like this',
      says,
    );
  });

  test('DEF-5 a clock measures what an agreement can promise for the type', () => {
    const clock = {
      name: 'c',
      label: 'C',
      measure: 'happiness',
      pausesIn: () => false,
      stopsIn: () => false,
    };
    const messages = withType({ clocks: [clock] });
    expect(messages).toEqual([
      expect.stringContaining('measure “happiness”'),
      expect.stringContaining('for ticket'),
    ]);
    expect(messages.every((message) => message.includes('ticket.clocks.c'))).toBe(true);
  });
});
