import { useData } from '#renderer/data/data.ts';
import { paths } from '#renderer/record/navigation.ts';
import { useTitles } from '#renderer/record/use-titles.ts';
import { AppLink } from '#renderer/ui/AppLink.tsx';
import { DataTable } from '#renderer/ui/DataTable.tsx';
import { StateChip } from '#renderer/ui/StateChip.tsx';
import { listOf, type RecordView } from '#shared/definition/record.ts';

interface PieceTableProps {
  readonly caption: string;
  readonly pieces: readonly RecordView[];
}

/** Pieces of evidence in a few words; each leads to its record. */
export function PieceTable({ caption, pieces }: PieceTableProps) {
  const labels = useTitles(pieces.map(({ id }) => id));
  const states = useData().catalogue.type('evidence')?.lifecycle.states ?? {};
  return (
    <DataTable caption={caption}>
      <thead>
        <tr>
          <th scope="col">Evidence</th>
          <th scope="col">Tells of</th>
          <th scope="col">Stands</th>
        </tr>
      </thead>
      <tbody>
        {pieces.map((piece) => {
          const state = states[piece.state];
          return (
            <tr key={piece.id}>
              <td>
                <AppLink href={paths.record(piece.id)}>{piece.number}</AppLink> {labels.get(piece.id) ?? '…'}
              </td>
              <td>{[...listOf(piece, 'outcomes'), ...listOf(piece, 'attributes')].join(', ')}</td>
              <td>{state && <StateChip stateClass={state.class} label={state.label} />}</td>
            </tr>
          );
        })}
      </tbody>
    </DataTable>
  );
}
