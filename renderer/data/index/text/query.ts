import { isNumber } from './fold.ts';
import { tokenize, type Token } from './tokenize.ts';

/** One word that a record must hold, as it stands or (prefix) at the beginning of one of its words. */
export interface WordClause {
  readonly kind: 'word';
  readonly term: string;
  readonly prefix: boolean;
}

/** An identifier: the record must hold it whole; where no record does, its parts. */
export interface WholeClause {
  readonly kind: 'whole';
  readonly term: string;
  readonly prefix: boolean;
  readonly parts: readonly WordClause[];
}

export type Clause = WordClause | WholeClause;

const wordClause = (token: Token, prefix: boolean): WordClause => ({
  kind: 'word',
  term: token.term,
  // A lone character of a script without spaces stands in the index only inside pairs.
  prefix: prefix || token.kind === 'lone',
});

function clausesOf(group: readonly Token[], prefix: boolean): Clause[] {
  const whole = group.find((token) => token.kind === 'whole');
  const words = group.filter((token) => token.kind !== 'whole' && token.kind !== 'extra');
  const parts = words.map((token, index) => wordClause(token, prefix && index === words.length - 1));
  if (whole === undefined) return parts;
  const last = parts.at(-1);
  // Zeros typed so far of a padded number say nothing yet: 00042 is kept as 42.
  const pending = last !== undefined && last.prefix && isNumber(last.term) && Number(last.term) === 0;
  return [
    {
      kind: 'whole',
      term: whole.term,
      prefix,
      parts: pending && parts.length > 1 ? parts.slice(0, -1) : parts,
    },
  ];
}

function groups(text: string): Token[][] {
  const found: Token[][] = [];
  for (const token of tokenize(text)) {
    const group = found.at(-1);
    if (group?.[0]?.group === token.group) group.push(token);
    else found.push([token]);
  }
  return found;
}

const keyOf = (clause: Clause): string => `${clause.kind}\u0000${String(clause.prefix)}\u0000${clause.term}`;

/**
 * What a query demands. Every clause must hold. The last word counts as a prefix unless it stands in quotation marks.
 * Words in quotation marks must be held as they stand; their order is not checked, as the index keeps no positions.
 */
export function parseQuery(query: string): Clause[] {
  const clauses = new Map<string, Clause>();
  const sections = query.split(/["“”„]/u);
  const lastSection = sections.findLastIndex((section) => tokenize(section).length > 0);
  sections.forEach((section, index) => {
    const quoted = index % 2 === 1;
    const found = groups(section);
    found.forEach((group, place) => {
      const prefix = !quoted && index === lastSection && place === found.length - 1;
      for (const clause of clausesOf(group, prefix)) clauses.set(keyOf(clause), clause);
    });
  });
  return [...clauses.values()];
}
