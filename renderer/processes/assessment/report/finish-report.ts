import type { Data } from '#renderer/data/data.ts';
import { MarkingTally } from '#renderer/record/marking-tally.ts';
import { hashParts, hashReport, type PartHashes } from '#shared/assessment/report/parts.ts';
import { signatureSchema, type ReportSignature } from '#shared/assessment/report/statement.ts';
import { listOf, textOf, type RecordView } from '#shared/definition/record.ts';
import { modelCodeOf, modelNameOf, processNamesOf } from '#shared/processes/improvement/model-choice.ts';
import { reportOf, type ReportRecords } from '#shared/processes/improvement/report-of.ts';
import { followUpOf, type Agreement } from '#shared/processes/improvement/report-parts.ts';
import { judgeSignatures } from './judged.ts';
import type { SignedReport } from './signed-report.ts';

/** The records of a report as the page reads them; the rest is found by `finishReport`. */
export type ReportParts = Omit<
  ReportRecords,
  'unit' | 'model' | 'marking' | 'agreements' | 'nameOf' | 'processName'
> & {
  /** Records of type report-signature. */
  readonly signatures: readonly RecordView[];
  readonly improvements: readonly RecordView[];
};

/** A report of this unit. */
export interface OwnReport extends SignedReport {
  readonly parts: PartHashes;
  /** Record ids by number, so that each number leads to its record. */
  readonly ids: ReadonlyMap<string, string>;
  /** Numbers of signature records that hold no signature, or say something else than what was signed. */
  readonly unreadable: readonly string[];
}

const perRead = 200;

/** Makes the report of its records: finds who agreed and when, names, the marking, and what its signatures are worth. */
export async function finishReport(data: Data, parts: ReportParts): Promise<OwnReport> {
  const { assessment, agreed, findings, recommendations, evidence, improvements } = parts;
  const unit = textOf(assessment, 'unit');
  const records = [assessment, ...agreed, ...findings, ...recommendations, ...evidence, ...improvements];
  const agreements = await agreementsOf(data, agreed);
  const named = [
    ...new Set([
      ...[...agreements.values()].map(({ by }) => by),
      ...records.flatMap(peopleIn),
      ...(unit === '' ? [] : [unit]),
    ]),
  ];
  const tally = new MarkingTally(data);
  tally.addRecords(records);
  await tally.addNamed(named);
  const names = await data.names(named);
  const nameOf = (id: string) => names[id]?.title ?? id;
  const processNames = processNamesOf(assessment, data.config);
  const code = modelCodeOf(assessment, data.config);
  const report = reportOf({
    ...parts,
    // Levels of another model are not compared.
    previous:
      parts.previous && modelCodeOf(parts.previous.assessment, data.config) === code
        ? parts.previous
        : undefined,
    unit: unit === '' ? (data.unit ? textOf(data.unit, 'name') : '') : nameOf(unit),
    model: { name: modelNameOf(assessment, data.config), code },
    marking: tally.highest(),
    agreements,
    nameOf,
    processName: (code) => processNames?.get(code) ?? '',
  });
  const hashes = hashParts(report);
  const { id, reportedAt } = report.cover;
  const read = parts.signatures.map((record) => ({ record, signature: signatureOf(record) }));
  const signatures = await judgeSignatures(
    read.flatMap(({ signature }) => signature ?? []),
    { assessment: id, reportedAt, parts: hashes },
    (person) => data.signing.keysOf(person),
  );
  const byId = new Map(improvements.map((one) => [one.id, one]));
  return {
    report,
    parts: hashes,
    hash: hashReport(hashes),
    followUp: followUpOf(recommendations, byId, { nameOf }, data.now()),
    signatures,
    ids: new Map([...records, ...parts.signatures].map((record) => [record.number, record.id])),
    unreadable: read.flatMap(({ record, signature }) => (signature ? [] : record.number)),
  };
}

/** What a record of a signature holds; undefined where it holds none, or says something else than what was signed. */
function signatureOf(record: RecordView): ReportSignature | undefined {
  const read = signatureSchema.safeParse({
    statement: parsed(textOf(record, 'statement')),
    key: textOf(record, 'key'),
    signature: textOf(record, 'signature'),
  });
  if (!read.success) return undefined;
  const { person, role, assessment } = read.data.statement;
  const isSame =
    person === textOf(record, 'person') &&
    role === textOf(record, 'role') &&
    assessment === textOf(record, 'assessment');
  return isSame ? read.data : undefined;
}

/** Who entered what was agreed on, and when: the last change of the rating that counts. */
async function agreementsOf(
  data: Data,
  agreed: readonly RecordView[],
): Promise<ReadonlyMap<string, Agreement>> {
  const found = new Map<string, Agreement>();
  for (let from = 0; from < agreed.length; from += perRead) {
    const some = agreed.slice(from, from + perRead);
    const timelines = await Promise.all(some.map(({ id }) => data.timeline(id)));
    some.forEach(({ id }, index) => {
      const last = timelines[index]?.findLast(
        ({ changes, setAside }) => !setAside && changes.some(({ field }) => field === 'value'),
      );
      if (last) found.set(id, { by: last.actor, at: last.at });
    });
  }
  return found;
}

function peopleIn(record: RecordView): readonly string[] {
  const one = ['sponsor', 'leadAssessor', 'coordinator', 'owner'].map((field) => textOf(record, field));
  const several = ['assessors', 'participants'].flatMap((field) => listOf(record, field));
  return [...one, ...several].filter((id) => id !== '');
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
