import { isEntryRef, isRecordId, parseEntryRef } from '../../kernel/ids.ts';
import { PackFault } from './byte-reader.ts';
import { deepest, firstTime, kinds, largestWhole } from './kinds.ts';

/** Member names of an object and the kinds of their values. Objects alike share one shape, objects in them included. */
export interface Shape {
  readonly members: readonly Member[];
  /** Number in the package, once it was written. */
  place: number | undefined;
}

export interface Member {
  readonly name: string;
  readonly kind: Kind;
  /** Of a literal. */
  readonly text?: string;
}

/** One of `kinds`, or the shape of an object. */
export type Kind = number | Shape;

/** Members whose texts come from declarations: few different ones, so they belong to the shape. */
const literalNames: ReadonlySet<string> = new Set(['kind', 'type', 'action', 'to', 'audience', 'version']);
const longestLiteral = 40;

const nothing: ReadonlySet<string> = new Set();

interface Branch {
  readonly next: Map<string, Map<Kind | string, Branch>>;
  shape?: Shape;
}

/** Finds the shapes of values, one table for each package. */
export class ShapeTable {
  readonly #root: Branch = { next: new Map() };

  /** The shape of an object without some of its members. @throws PackFault as `kindOf` does. */
  shapeOf(value: object, without: ReadonlySet<string>): Shape {
    return this.#shapeOf(value, 0, without);
  }

  /** @throws PackFault for a value that is no JSON: it has no hash, so no entry can hold it. */
  kindOf(value: unknown, depth = 0): Kind {
    switch (typeof value) {
      case 'string':
        return kindOfText(value);
      case 'number':
        return kindOfNumber(value);
      case 'boolean':
        return value ? kinds.true : kinds.false;
      case 'object':
        if (value === null) return kinds.null;
        if (depth >= deepest) throw new PackFault('a value is nested too deeply');
        return Array.isArray(value) ? kindOfList(value) : this.#shapeOf(value, depth);
      default:
        throw new PackFault(`a value is a ${typeof value}`);
    }
  }

  #shapeOf(value: object, depth: number, without = nothing): Shape {
    let branch = this.#root;
    const members: Member[] = [];
    for (const [name, member] of Object.entries(value) as [string, unknown][]) {
      if (member === undefined || without.has(name)) continue;
      const isLiteral =
        typeof member === 'string' && literalNames.has(name) && member.length <= longestLiteral;
      const kind = isLiteral ? kinds.literal : this.kindOf(member, depth + 1);
      members.push(isLiteral ? { name, kind, text: member } : { name, kind });
      branch = follow(branch, name, isLiteral ? member : kind);
    }
    branch.shape ??= { members, place: undefined };
    return branch.shape;
  }
}

function follow(branch: Branch, name: string, kind: Kind | string): Branch {
  let byKind = branch.next.get(name);
  if (!byKind) branch.next.set(name, (byKind = new Map<Kind | string, Branch>()));
  let next = byKind.get(kind);
  if (!next) byKind.set(kind, (next = { next: new Map() }));
  return next;
}

function kindOfText(text: string): number {
  if (text.length === 26 && isRecordId(text)) return kinds.id;
  return isExactRef(text) ? kinds.ref : kinds.text;
}

/** Is it a reference whose number is not beyond all logs? */
function isExactRef(text: string): boolean {
  return (
    text.charCodeAt(11) === 58 && isEntryRef(text) && (parseEntryRef(text)?.seq ?? Infinity) <= largestWhole
  );
}

function kindOfNumber(value: number): number {
  if (!Number.isFinite(value)) throw new PackFault(`a number is ${value}`);
  if (!Number.isInteger(value) || Math.abs(value) > largestWhole || Object.is(value, -0)) return kinds.float;
  return value >= firstTime ? kinds.time : kinds.whole;
}

function kindOfList(list: readonly unknown[]): number {
  if (list.length === 0) return kinds.emptyList;
  const [only] = list;
  return list.length === 1 && typeof only === 'string' && isExactRef(only) ? kinds.oneRef : kinds.list;
}
