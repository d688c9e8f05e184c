import { beforeEach, describe, expect, test } from 'vitest';
import { KeyHolder, pinLasts } from './key-holder.ts';
import type { KeeperAnswer, NewPin } from './keeper-message.ts';
import type { KeyRing } from './key-ring.ts';
import { pinFault } from './pin.ts';
import type { Seat } from './seat.ts';

const ring: KeyRing = [{ generation: 1, key: new Uint8Array(32).fill(7) }];
const newer: KeyRing = [...ring, { generation: 2, key: new Uint8Array(32).fill(8) }];
const right = new Uint8Array(32).fill(1);
const wrong = new Uint8Array(32).fill(2);
const seat: Seat = { person: 'maria', secret: new Uint8Array(32).fill(3), credential: 'public' };
const pin: NewPin = {
  person: 'maria',
  credential: 'sealed',
  derivation: { name: 'argon2id', memory: 64, passes: 1, lanes: 1, salt: 'AAAA' },
  derived: right,
  ring,
  seat,
};

const clock = { wall: 0, steady: 0 };
let holder: KeyHolder;
const open = (derived: Uint8Array): KeeperAnswer =>
  holder.answer({ ask: 'open-pin', person: 'maria', derived });

beforeEach(() => {
  Object.assign(clock, { wall: 1_000_000, steady: 0 });
  holder = new KeyHolder({ wall: () => clock.wall, steady: () => clock.steady });
  holder.answer({ ask: 'set-pin', pin });
});

describe('TRU-140 a PIN in the memory of the keeper', () => {
  test('opens after the keys were forgotten, again and again, and its right one counts the tries anew', () => {
    holder.answer({ ask: 'put', held: { ring, seat } });
    holder.answer({ ask: 'forget' });
    expect(holder.answer({ ask: 'take' }).held).toBeNull();
    for (let lock = 0; lock < 3; lock += 1) {
      open(wrong);
      open(wrong);
      expect(open(right).held).toEqual({ ring, seat });
    }
  });

  test('ends with the third wrong try: the right one does not open then', () => {
    expect(open(wrong).pins[0]?.triesLeft).toBe(2);
    expect(open(wrong).pins[0]?.triesLeft).toBe(1);
    expect(open(wrong).pins).toEqual([]);
    expect(open(right).held).toBeNull();
  });

  test('what it answers, asked for anything, holds neither keys nor what was derived', () => {
    const told = JSON.stringify(holder.answer({ ask: 'stay' }));
    expect(told).toContain('maria');
    expect(told).not.toContain('"derived"');
    expect(told).not.toContain('"ring"');
    expect(told).not.toContain('"seat"');
  });

  test.each(['wall', 'steady'] as const)('ends after 12 hours by the %s clock', (which) => {
    clock[which] += pinLasts - 1;
    expect(holder.answer({ ask: 'stay' }).pins).toHaveLength(1);
    clock[which] += 1;
    expect(open(right)).toEqual({ held: null, pins: [] });
  });

  test('a clock that is set back prolongs nothing', () => {
    clock.wall -= pinLasts;
    clock.steady += pinLasts;
    expect(open(right)).toEqual({ held: null, pins: [] });
  });

  test('ends when the device gets a new key, and stays where the same keys are put again', () => {
    holder.answer({ ask: 'put', held: { ring, seat: { ...seat, person: 'john' } } });
    expect(open(right).held).not.toBeNull();
    holder.answer({ ask: 'put', held: { ring: newer, seat: { ...seat, person: 'john' } } });
    expect(open(right).held).toBeNull();
  });

  test('each person has one of their own; removing one leaves the other', () => {
    holder.answer({
      ask: 'set-pin',
      pin: { ...pin, person: 'john', seat: { ...seat, person: 'john' }, derived: wrong },
    });
    expect(open(wrong).held).toBeNull();
    expect(holder.answer({ ask: 'end-pin', person: 'maria' }).pins.map(({ person }) => person)).toEqual([
      'john',
    ]);
    expect(holder.answer({ ask: 'open-pin', person: 'john', derived: wrong }).held).toEqual({
      ring,
      seat: { ...seat, person: 'john' },
    });
  });

  test('ends with the last window', () => {
    holder.end();
    expect(open(right)).toEqual({ held: null, pins: [] });
  });
});

test.each(['', '123', '1234567890123', '12a4', '1111', '1234', '987654'])('TRU-141 %j is no PIN', (text) => {
  expect(pinFault(text)?.code).toBe('OUT-KEY-009');
});

test.each(['2580', '19840607', '135792468024'])('TRU-141 %j is one', (text) => {
  expect(pinFault(text)).toBeUndefined();
});
