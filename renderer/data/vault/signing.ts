import type { Entry } from '#shared/changelog/entry.ts';
import { asidesIn, refOf } from '#shared/changelog/fold.ts';
import { soundEntry } from '#shared/changelog/sound-entry.ts';
import type { Config } from '#shared/definition/config.ts';
import { textOf } from '#shared/definition/record.ts';
import { own } from '#shared/kernel/own.ts';
import { problem, ProblemError } from '#shared/kernel/errors.ts';
import { parseCredential } from '#shared/trust/credential.ts';
import { signStatement, type SignedStatement } from '#shared/trust/statement.ts';
import { isVouchSound } from '#shared/trust/vouch.ts';
import type { OutpostDatabase } from '../database.ts';
import { readEntries } from '../log.ts';
import type { Access } from './access.ts';

interface SigningParts {
  readonly database: OutpostDatabase;
  readonly access: Pick<Access, 'seat'>;
  readonly config: { readonly current: Config };
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
   * Public keys that the person signs with or signed with, base64url: of the account, and of what they vouched with before. Undefined where
   * no account here is theirs.
   */
  async keysOf(person: string): Promise<readonly string[] | undefined> {
    const { database, config } = this.#parts;
    const accounts = config.current.all('account').filter((account) => textOf(account, 'person') === person);
    if (accounts.length === 0) return undefined;
    const rows = await database.records.bulkGet(accounts.map(({ id }) => id));
    const earlier = await Promise.all(
      rows.map(async (row) => (row ? vouchedKeys(person, row.id, await readEntries(database, row)) : [])),
    );
    const current = accounts.flatMap((account) => parseCredential(textOf(account, 'credential'))?.sign ?? []);
    return [...new Set([...current, ...earlier.flat()])];
  }
}

/** Keys that the person vouched with; what a hub set aside does not count, nor what the holder of the recovery code said for them. */
function vouchedKeys(person: string, account: string, entries: readonly Entry[]): readonly string[] {
  const sound = entries.map(soundEntry);
  const aside = asidesIn(sound);
  return sound.flatMap((entry) => {
    const { body, actor, replica } = entry;
    const isOwn = body.kind === 'vouch' && actor === person && body.by === undefined;
    if (!isOwn || own(aside, refOf(entry)) || !isVouchSound(body, { account, person, replica })) return [];
    return [body.key];
  });
}
