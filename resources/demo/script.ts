import type { Actor } from '#shared/definition/permission.ts';
import type { Audience } from '#shared/definition/lifecycle.ts';
import type { FieldValues } from '#shared/definition/values.ts';
import type { Command } from '#shared/engine/commands.ts';
import { seedId } from '#shared/engine/seed.ts';

export const minute = 60_000;
export const hour = 60 * minute;
export const day = 24 * hour;

/** A command of the demo's history: who gives it and when (epoch ms). */
export interface DemoCommand {
  readonly command: Command;
  readonly actor: Actor;
  readonly at: number;
}

/** Id of a record of the demo, the same every time it is built. */
export function demoId(type: string, key: string): string {
  return seedId(type, `demo-${key}`);
}

/** Collects commands; what would happen after the present moment is left out, so recent stories stand open. */
export class Script {
  readonly now: number;
  readonly #commands: DemoCommand[] = [];

  constructor(now: number) {
    this.now = now;
  }

  create(at: number, actor: Actor, type: string, key: string, fields: FieldValues): string {
    const id = demoId(type, key);
    this.#add(at, actor, { kind: 'create', type, id, fields });
    return id;
  }

  /** Makes a record whose id follows from what it is about. */
  make(at: number, actor: Actor, type: string, id: string, fields: FieldValues): void {
    this.#add(at, actor, { kind: 'create', type, id, fields });
  }

  act(at: number, actor: Actor, record: string, action: string, inputs: FieldValues = {}): void {
    this.#add(at, actor, { kind: 'act', record, action, inputs });
  }

  edit(at: number, actor: Actor, record: string, fields: FieldValues): void {
    this.#add(at, actor, { kind: 'edit', record, fields });
  }

  note(
    at: number,
    actor: Actor,
    record: string,
    text: string,
    minutes = 0,
    audience: Audience = 'internal',
  ): void {
    this.#add(at, actor, { kind: 'note', record, text, audience, ...(minutes > 0 ? { minutes } : {}) });
  }

  /** All commands in the order of their times. */
  commands(): readonly DemoCommand[] {
    return [...this.#commands].sort((a, b) => a.at - b.at);
  }

  #add(at: number, actor: Actor, command: Command): void {
    if (at <= this.now) this.#commands.push({ command, actor, at });
  }
}

/** Chance that falls the same way every time (mulberry32), so that the demo is one story. */
export class Dice {
  #state: number;

  constructor(seed: number) {
    this.#state = seed;
  }

  /** From 0 to below 1. */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), this.#state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }

  /** Whole minutes between two bounds, in ms. */
  minutes(least: number, most: number): number {
    return Math.round(least + this.next() * (most - least)) * minute;
  }

  pick<T>(list: readonly T[]): T {
    const found = list[Math.floor(this.next() * list.length)];
    if (found === undefined) throw new Error('There is nothing to pick from.');
    return found;
  }

  /** True in the given share of throws. */
  happens(share: number): boolean {
    return this.next() < share;
  }
}
