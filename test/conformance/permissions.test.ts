import { beforeAll, describe, expect, test } from 'vitest';
import { catalogue } from '#shared/processes/catalogue.ts';
import type { Actor, Rule } from '#shared/definition/permission.ts';
import type { RecordType } from '#shared/definition/record-type.ts';
import type { RecordView } from '#shared/definition/record.ts';
import { columnValues } from '#shared/engine/column-values.ts';
import type { Command } from '#shared/engine/commands.ts';
import { allowedActions } from '#shared/engine/lifecycle.ts';
import { visibleFields } from '#shared/engine/permit.ts';
import { meets, resolveConditions } from '#shared/engine/query.ts';
import { allRoles } from '#shared/definition/roles.ts';
import { World } from './world.ts';

let world: World;
let records: readonly RecordView[];

/** One person for each role, one with none, and those that records name. */
let actors: readonly (readonly [string, Actor])[];

beforeAll(async () => {
  world = await World.open();
  for (const type of catalogue.types) {
    await world.make(type, 'least');
    await world.make(type, 'full');
    await world.make(type, 'full', world.colleague);
  }
  const incident = catalogue.type('incident');
  if (incident) await world.act(await world.make(incident, 'full'), 'markSecurity');
  records = [...world.desk.states.keys()].map((id) => world.view(id));
  actors = [
    ['nobody', world.stranger],
    ...allRoles.map((role) => [role, { id: `only-${role}`, roles: [role], teams: [] }] as const),
    ['requester whom records name', { ...world.worker, roles: ['requester'] }],
    ['person without a role whom records name', { ...world.colleague, roles: [] }],
  ];
});

const types = catalogue.types.map((type) => [type.name, type] as const);
const ofType = (type: RecordType) => records.filter((record) => record.type === type.name);

/** Asks the engine; nothing is kept of what it allows. */
async function isLetIn(actor: Actor, command: Command): Promise<boolean> {
  const { states, log } = world.desk;
  const [before, length] = [new Map(states), log.length];
  const codes = await world.desk.refusal(actor, command);
  log.length = length;
  states.clear();
  for (const [id, state] of before) states.set(id, state);
  return !codes.some((code) => code === 'OUT-PER-001' || code === 'OUT-VAL-022');
}

describe.each(types)('rights on %s', (_name, type) => {
  test('PER-1 each role makes, changes, notes and acts where its rule says yes, and nowhere else', async () => {
    for (const [role, actor] of actors) {
      const fields = await world.fullFields(type, actor);
      const made = await isLetIn(actor, { kind: 'create', type: type.name, fields });
      expect([role, 'create', made]).toEqual([role, 'create', type.create.allows(actor, undefined)]);
      for (const record of ofType(type)) {
        const sees = type.see.allows(actor, record);
        const note = { kind: 'note', record: record.id, text: 'x', audience: 'internal' } as const;
        const file = {
          name: 'a.txt',
          size: 1,
          type: '',
          hash: 'ab'.repeat(32),
          audience: 'internal',
        } as const;
        const rules = [
          ['edit', type.edit, { kind: 'edit', record: record.id, fields: {} }],
          ['note', type.note, note],
          ['attach', type.note, { kind: 'attach', record: record.id, ...file }],
          ...type.lifecycle.transitions
            .filter(({ from }) => from.includes(record.state))
            .map(
              ({ action, permit }) =>
                [action, permit, { kind: 'act', record: record.id, action, inputs: {} }] as const,
            ),
        ] as const;
        for (const [what, rule, command] of rules) {
          const cell = [role, record.number, what];
          expect([...cell, await isLetIn(actor, command)]).toEqual([
            ...cell,
            sees && rule.allows(actor, record),
          ]);
        }
      }
    }
  });

  test('PER-2 the page offers exactly the actions that the rules and the table allow', () => {
    for (const [, actor] of actors) {
      for (const record of ofType(type)) {
        for (const { permit, from, shown } of allowedActions(type, record, actor)) {
          expect(
            permit.allows(actor, record) && from.includes(record.state) && (shown?.(record) ?? true),
          ).toBe(true);
        }
      }
    }
  });

  test('PER-3 lists, counts and pages show the same records', () => {
    for (const [role, actor] of actors) {
      const asker = { actor, now: world.desk.now, zone: 'UTC' };
      for (const record of ofType(type)) {
        const conditions = resolveConditions(type.visible?.(actor) ?? [], asker);
        const cells = columnValues(type, record, world.desk.config, world.desk.now);
        const isListed = type.see.allows(actor, undefined) && meets(cells, conditions);
        expect([role, record.number, isListed]).toEqual([
          role,
          record.number,
          type.see.allows(actor, record),
        ]);
      }
    }
  });

  test('PER-4 a hidden field is not in the record that its reader gets', () => {
    for (const [, actor] of actors) {
      for (const record of ofType(type)) {
        const shown = visibleFields(type, actor, record);
        for (const [name, { visibleTo }] of Object.entries(type.fields)) {
          const isHidden = visibleTo !== undefined && !visibleTo.allows(actor, record);
          expect(Object.hasOwn(shown.fields, name)).toBe(!isHidden && Object.hasOwn(record.fields, name));
          if (!isHidden) continue;
          expect(shown.life.filter(({ inputs }) => Object.hasOwn(inputs, name))).toEqual([]);
          expect(shown.conflicts.filter(({ field }) => field === name)).toEqual([]);
        }
      }
    }
  });
});

describe('refusals', () => {
  beforeAll(async () => {
    await world.desk.create(world.worker, 'person', { name: 'Only Administrator', roles: ['administrator'] });
  });

  test.each(types)(
    'PER-6 of %s say which right is missing and who can give it, by name',
    async (_name, type) => {
      let refused = 0;
      const say = async (rule: Rule, actor: Actor, command: Command): Promise<void> => {
        const result = await world.desk.do(actor, command);
        const found = result.ok ? [] : result.error.filter(({ code }) => /^OUT-PER-00[12]$/.test(code));
        expect(found.length).toBeGreaterThan(0);
        for (const { message, next } of found) {
          expect(message).toContain(rule.label);
          expect(next).toContain(rule.givenBy);
          if (rule.giver) expect(next).toContain('Now that is Only Administrator.');
        }
        refused += found.length;
      };
      for (const [, actor] of actors) {
        if (!type.create.allows(actor, undefined)) {
          await say(type.create, actor, { kind: 'create', type: type.name, fields: {} });
        }
        for (const record of ofType(type)) {
          if (!type.see.allows(actor, record)) continue;
          const { id } = record;
          if (!type.edit.allows(actor, record))
            await say(type.edit, actor, { kind: 'edit', record: id, fields: {} });
          else {
            for (const [name, field] of Object.entries(type.fields)) {
              const rules = [field.changedBy, field.isSecret ? undefined : field.visibleTo];
              const kept = field.readOnly
                ? undefined
                : rules.find((rule) => rule?.allows(actor, record) === false);
              if (kept) await say(kept, actor, { kind: 'edit', record: id, fields: { [name]: null } });
            }
          }
          for (const { action, permit, from } of type.lifecycle.transitions) {
            if (!from.includes(record.state) || permit.allows(actor, record)) continue;
            await say(permit, actor, { kind: 'act', record: id, action, inputs: {} });
          }
        }
      }
      expect(refused).toBeGreaterThan(0);
    },
  );
});

test('PER-5 every right has a label, says who gives it, and is refused to somebody', () => {
  for (const type of catalogue.types) {
    const rules = [
      type.create,
      type.edit,
      type.see,
      type.note,
      ...type.lifecycle.transitions.map(({ permit }) => permit),
    ];
    for (const rule of rules)
      expect([rule.name, rule.label.length > 0, rule.givenBy.length > 0]).toEqual([rule.name, true, true]);
    const changes = [type.edit, ...type.lifecycle.transitions.map(({ permit }) => permit)];
    const [record] = ofType(type);
    for (const rule of changes)
      expect([type.name, rule.name, rule.allows(world.stranger, record)]).toEqual([
        type.name,
        rule.name,
        false,
      ]);
  }
});
