import { useData, useSyncStatus } from '#renderer/data/data.ts';
import { paths } from '#renderer/record/navigation.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { LinkButton } from '#renderer/ui/LinkButton.tsx';
import { ProblemAlert } from '#renderer/ui/ProblemAlert.tsx';
import { textOf } from '#shared/definition/record.ts';
import { libraryPaths } from './places.ts';
import type { ModelState } from './use-kept-model.ts';

type Missing = Exclude<ModelState, { readonly kind: 'ready' }>;

/** Why a reference model cannot be shown here, and what to do about it. */
export function ModelMissing({ state }: { readonly state: Missing }) {
  switch (state.kind) {
    case 'reading':
      return <div aria-busy="true" />;
    case 'unknown':
      return (
        <EmptyState
          title="This reference model is not on this device"
          text="Its record comes with the next exchange, if the unit keeps it still."
          action={<LinkButton href={libraryPaths.models}>Reference models</LinkButton>}
        />
      );
    case 'empty':
      return (
        <EmptyState
          title={`${textOf(state.record, 'name')} has no contents`}
          text="Nobody has chosen its file yet. That is done on its page."
          action={<LinkButton href={paths.record(state.record.id)}>Open {state.record.number}</LinkButton>}
        />
      );
    case 'absent':
      return <NotHereYet state={state} />;
    case 'faulty':
      return (
        <ProblemAlert
          problems={state.problems}
          action={<LinkButton href={paths.record(state.record.id)}>Open {state.record.number}</LinkButton>}
        />
      );
  }
}

function NotHereYet({
  state: { record, file },
}: {
  readonly state: Extract<Missing, { readonly kind: 'absent' }>;
}) {
  const data = useData();
  const hasHub = useSyncStatus().hubs.length > 0;
  const size = `${Math.ceil(file.size / 1000).toLocaleString('en-GB')} kB`;
  return (
    <EmptyState
      title={`${textOf(record, 'name')}: its file is not on this device yet`}
      text={
        hasHub
          ? `It comes with an exchange; over a thin link it waits until somebody asks for it (${size}). Fetch it now, or choose the same file from a stick on the page of the model.`
          : `It comes on a stick with files, or choose the same file on the page of the model (${size}).`
      }
      action={
        <>
          {hasHub && (
            <Button variant="primary" onClick={() => void data.sync.wantFile(file.hash)}>
              Fetch it now
            </Button>
          )}
          <LinkButton href={paths.record(record.id)}>Open {record.number}</LinkButton>
        </>
      }
    />
  );
}
