import { beforeEach, describe, expect, test } from 'vitest';
import { textOf } from '#shared/definition/record.ts';
import { Desk } from '#test/support/desk.ts';
import { groupItems, offeredItems, topCategory } from './catalogue-items.ts';
import {
  addToOrder,
  checkOrder,
  emptyOrder,
  hasFaults,
  orderPrice,
  requestOf,
  setQuantity,
  takeOff,
} from './order.ts';

let desk: Desk;
const item = (key: string): string => desk.seed('catalogue-item', `item-${key}`);

beforeEach(() => {
  desk = Desk.seeded();
});

describe('what is offered', () => {
  test('published items of no audience, or of the person’s own organisation', () => {
    const all = offeredItems(desk.config, undefined).length;
    const publish = [{ action: 'publish', inputs: {} }];
    desk.put('catalogue-item', { name: 'Crypto', audience: ['org-a'] }, undefined, publish);
    desk.put('catalogue-item', { name: 'Not yet' });
    expect(offeredItems(desk.config, undefined)).toHaveLength(all + 1);
    expect(offeredItems(desk.config, 'org-a')).toHaveLength(all + 1);
    expect(offeredItems(desk.config, 'org-b')).toHaveLength(all);
    expect(offeredItems(desk.config, '')).toHaveLength(all);
  });

  test('groups are the topmost categories in order, items of none come last', () => {
    desk.put('catalogue-item', { name: 'Aa' }, undefined, [{ action: 'publish', inputs: {} }]);
    const groups = groupItems(offeredItems(desk.config, undefined), desk.config, '');
    const names = groups.map(({ name }) => name);
    expect(names.at(-1)).toBe('Other');
    expect(names.slice(0, -1)).toEqual(names.slice(0, -1).toSorted());
    const computers = groups.find(({ name }) => name === 'Computers and accounts');
    expect(computers?.items.map((one) => textOf(one, 'name'))).toEqual([
      'Laptop',
      'New account',
      'Password reset',
    ]);
  });

  test('a ring of categories ends', () => {
    const first = desk.put('category', { name: 'One', parent: 'category-two' });
    desk.put('category', { name: 'Two', parent: first }, 'category-two');
    const id = desk.put('catalogue-item', { name: 'Ring', category: first });
    expect(['One', 'Two']).toContain(topCategory(desk.view(id), desk.config));
  });

  test('search finds by name, description and category, best first', () => {
    const items = offeredItems(desk.config, undefined);
    const found = (text: string) =>
      groupItems(items, desk.config, text).flatMap((group) => group.items.map((one) => textOf(one, 'name')));
    expect(found('lapt')[0]).toBe('Laptop');
    expect(found('hand receipt')).toEqual(expect.arrayContaining(['Laptop', 'Radio']));
    expect(found('zeppelin')).toEqual([]);
  });
});

describe('an order', () => {
  test('one more of the same is a number, and taken off it is gone', () => {
    const twice = addToOrder(addToOrder(emptyOrder, 'a'), 'a');
    expect(twice.lines).toEqual([{ item: 'a', quantity: '2' }]);
    expect(addToOrder(setQuantity(twice, 'a', ''), 'a').lines).toEqual([{ item: 'a', quantity: '1' }]);
    expect(takeOff(twice, 'a').lines).toEqual([]);
  });

  test.each(['', '0', '-1', '1.5', 'x', '10001'])('a number of “%s” is refused', (quantity) => {
    const order = setQuantity(addToOrder(emptyOrder, item('radio')), item('radio'), quantity);
    expect(Object.keys(checkOrder(order, desk.config).quantities)).toEqual([item('radio')]);
  });

  test('its required questions and the requester are asked for', () => {
    const faults = checkOrder(addToOrder(emptyOrder, item('radio')), desk.config);
    expect(Object.values(faults.answers)).toHaveLength(2);
    expect(faults.requester).toBeDefined();
    expect(hasFaults(faults)).toBe(true);
  });

  test('becomes a request that the engine takes and that may be started', async () => {
    const analyst = desk.person('Analyst', 'analyst');
    let order = setQuantity(addToOrder(emptyOrder, item('radio')), item('radio'), '2');
    order = addToOrder(order, item('password-reset'));
    const answers = {
      [`${item('radio')} Net or purpose`]: 'Convoy',
      [`${item('radio')} Returned by`]: '2026-12-01',
      [`${item('password-reset')} Which account or system?`]: 'Mail',
    };
    order = { ...order, answers, fields: { requester: analyst.id, neededBy: null } };
    expect(hasFaults(checkOrder(order, desk.config))).toBe(false);
    const fields = requestOf(order, desk.config);
    expect(fields).toMatchObject({ title: '2 × Radio, Password reset', requester: analyst.id });
    const id = await desk.create(analyst, 'request', fields);
    await desk.act(analyst, id, 'startFulfilment');
    expect(desk.all('request-item')).toHaveLength(2);
  });

  test('a withdrawn item is neither priced nor asked for', () => {
    const order = addToOrder(addToOrder(emptyOrder, item('laptop')), 'gone');
    expect(orderPrice(order, desk.config)).toBe(1400);
    expect(requestOf(order, desk.config)['items']).toHaveLength(1);
  });
});
