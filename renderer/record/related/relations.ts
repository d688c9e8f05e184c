import type { Catalogue } from '#shared/definition/catalogue.ts';
import type { Query } from '#shared/definition/query.ts';
import type { RecordType } from '#shared/definition/record-type.ts';
import { listOf, type RecordView } from '#shared/definition/record.ts';

/** Records that stand on the other side of a reference field. */
export interface Relation {
  /** Unique on the page. */
  readonly key: string;
  readonly label: string;
  readonly type: RecordType;
  /** The reference field, on the other record or (own) on this one. */
  readonly field: string;
  readonly isOwn: boolean;
  readonly isSet: boolean;
  /** Finds the related records; absent for the own field, whose ids are known. */
  readonly query: Query | undefined;
  readonly ids: readonly string[];
}

/** What records of a type are related by: fields of other types that name this one, and its own fields of several records. */
export function relationsOf(catalogue: Catalogue, type: RecordType, record: RecordView): readonly Relation[] {
  return [...inverseRelations(catalogue, type, record), ...ownRelations(catalogue, type, record)];
}

function inverseRelations(catalogue: Catalogue, type: RecordType, record: RecordView): readonly Relation[] {
  return catalogue.types.flatMap((other) =>
    Object.entries(other.fields).flatMap(([name, field]): readonly Relation[] => {
      if (field.kind !== 'reference' && field.kind !== 'references') return [];
      if (field.inverse === undefined || !field.to.includes(type.name)) return [];
      return [
        {
          key: `${other.name}.${name}`,
          label: field.inverse,
          type: other,
          field: name,
          isOwn: false,
          isSet: field.kind === 'references',
          query: {
            type: other.name,
            where: [{ column: name, in: [record.id] }],
            sort: [{ column: 'updatedAt', descending: true }],
          },
          ids: [],
        },
      ];
    }),
  );
}

function ownRelations(catalogue: Catalogue, type: RecordType, record: RecordView): readonly Relation[] {
  return Object.entries(type.fields).flatMap(([name, field]): readonly Relation[] => {
    if (field.kind !== 'references') return [];
    const target = catalogue.type(field.to[0] ?? '');
    if (!target) return [];
    const ids = listOf(record, name);
    return [
      {
        key: name,
        label: field.label,
        type: target,
        field: name,
        isOwn: true,
        isSet: true,
        query: undefined,
        ids,
      },
    ];
  });
}
