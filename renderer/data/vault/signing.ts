import type { Entry } from '#shared/changelog/entry.ts';
import { asidesIn, compareEntries, refOf } from '#shared/changelog/fold.ts';
import { soundEntry } from '#shared/changelog/sound-entry.ts';
import { textOf } from '#shared/definition/record.ts';
import { problem, ProblemError } from '#shared/kernel/errors.ts';
import { own } from '#shared/kernel/own.ts';
import { textIn } from '#shared/rulings/facts.ts';
import { parseCredential } from '#shared/trust/credential.ts';
import { signStatement, type SignedStatement } from '#shared/trust/statement.ts';
import type { OutpostDatabase } from '../database.ts';
import { readEntries } from '../log.ts';
import type { Access } from './access.ts';

interface SigningParts {
  readonly database: OutpostDatabase;
  readonly access: Pick<Access, 'seat' | 'accountRecords' | 'rightEntries'>;
}

/** Signs in the name of whoever is at the desk, with the key that they vouch with. */
export class Signing {
  readonly #parts: SigningParts;

  constructor(parts: SigningParts) {
    this.#parts = parts;
  }

  /** Whether the person is at the desk with a key of their own; whoever opened the device with a card alone is not. */
  canSign(person: string): boolean {
    const { seat } = this.#parts.access;
    return seat?.person === person && seat.secret !== undefined;
  }

  /** @param name of the person, for the refusal. @throws ProblemError OUT-RPT-006 where they have no key here. */
  sign<Statement>(
    person: string,
    name: string,
    use: string,
    statement: Statement,
  ): SignedStatement<Statement> {
    const { seat } = this.#parts.access;
    if (seat?.person !== person || !seat.secret) throw new ProblemError(problem('OUT-RPT-006', { name }));
    return signStatement(seat.secret, use, statement);
  }

  /**
   * Public keys that the person signs with or ever signed with, base64url: those that their account had, by entries that count. Undefined where
   * no account here is theirs.
   */
  async keysOf(person: string): Promise<readonly string[] | undefined> {
    const { access } = this.#parts;
    const accounts = access.accountRecords().filter((account) => textOf(account, 'person') === person);
    if (accounts.length === 0) return undefined;
    const entries = await Promise.all(accounts.map(({ id }) => this.#entriesOf(id)));
    return [...new Set(entries.flatMap(signKeysIn))];
  }

  async #entriesOf(account: string): Promise<readonly Entry[]> {
    const { access, database } = this.#parts;
    const right = access.rightEntries(account);
    if (right) return right;
    const row = await database.records.get(account);
    return row ? readEntries(database, row) : [];
  }
}

function signKeysIn(entries: readonly Entry[]): readonly string[] {
  const known = entries.map(soundEntry).toSorted(compareEntries);
  const aside = asidesIn(known);
  return known.flatMap((entry) => {
    const text = own(aside, refOf(entry)) ? undefined : textIn(entry, 'credential');
    return (text === undefined ? undefined : parseCredential(text)?.sign) ?? [];
  });
}
