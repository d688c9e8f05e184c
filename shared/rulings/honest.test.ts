import { expect, test } from 'vitest';
import { buildDemo, demoStart } from '#resources/demo/demo.ts';
import { catalogue } from '../processes/catalogue.ts';
import { asideOf } from '#test/support/judged.ts';
import { credentialOf, day, Laptop, ruledUnit } from '#test/support/ruled-unit.ts';

test('RUL-101 all that a month of a whole unit wrote stands', async () => {
  const { first, admin } = await ruledUnit();
  const now = first.now + 40 * day;
  const desk = new Laptop('B');
  const isOfPeople = (type: string) => type === 'person' || type === 'unit';
  const script = buildDemo(now);
  first.now = demoStart(now);
  const later: (typeof script)[number][] = [];
  for (const { command } of script) {
    if (command.kind !== 'create' || command.type !== 'person' || !command.id) continue;
    // What a person record names besides comes with the desk's own records.
    const { name = '', roles = [] } = command.fields;
    await first.must(first.actor(admin), {
      kind: 'create',
      type: 'person',
      id: command.id,
      fields: { name, roles },
    });
    const fields = { name, person: command.id, credential: credentialOf(command.id) };
    await first.put(admin, 'account', fields);
  }
  desk.receive(first);
  const people = script.flatMap(({ command }) =>
    command.kind === 'create' && command.type === 'person' && command.id ? [command.id] : [],
  );
  desk.now = demoStart(now);
  for (const person of [admin, ...people]) desk.signIn(person);
  for (const one of script) {
    const { command, actor, at } = one;
    if (command.kind === 'create' && isOfPeople(command.type)) {
      later.push(one);
      continue;
    }
    desk.now = at;
    await desk.must(actor, command);
  }
  expect(later.length).toBeGreaterThan(10);
  expect(desk.log.length).toBeGreaterThan(1500);
  expect([...(await asideOf(catalogue, desk.log)).entries()]).toEqual([]);
}, 120_000);
