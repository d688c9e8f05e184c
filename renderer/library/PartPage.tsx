import type { ReactNode } from 'react';
import { useAddressPart } from '#renderer/session/address.ts';
import { NotFoundPage } from '#renderer/shell/pages/NotFoundPage.tsx';
import { AppLink } from '#renderer/ui/AppLink.tsx';
import { PageHeader } from '#renderer/ui/PageHeader.tsx';
import { ChosenModel } from './ChosenModel.tsx';
import { ControlBody } from './ControlBody.tsx';
import { DomainBody } from './DomainBody.tsx';
import { FunctionBody } from './FunctionBody.tsx';
import { GuidePage } from './GuidePage.tsx';
import { OverlayBody } from './OverlayBody.tsx';
import { libraryPaths } from './places.ts';
import { useShownModel } from './shown-model.ts';
import styles from './library.module.css';

interface FrameProps {
  readonly name: string;
  readonly kind: string;
  readonly children: ReactNode;
}

function Frame({ name, kind, children }: FrameProps) {
  const { model, id } = useShownModel();
  return (
    <>
      <PageHeader
        title={name}
        before={
          <>
            <AppLink href={libraryPaths.all(id)}>{id === undefined ? 'Process library' : model.name}</AppLink>{' '}
            · {kind}
          </>
        }
      />
      <div className={styles.body}>{children}</div>
    </>
  );
}

/** The page of the part of the library that the address names. */
export function PartPage() {
  return (
    <ChosenModel>
      <ChosenPart />
    </ChosenModel>
  );
}

function ChosenPart() {
  const { model, id } = useShownModel();
  const kind = useAddressPart('kind');
  const code = useAddressPart('code');
  const process = kind === 'process' && model.processes.find((one) => one.code === code);
  if (process) return <GuidePage key={`${id ?? ''} ${process.code}`} process={process} />;
  const domain = kind === 'domain' && model.domains.find((one) => one.code === code);
  if (domain)
    return (
      <Frame name={domain.name} kind="Domain">
        <DomainBody domain={domain} />
      </Frame>
    );
  const team = kind === 'function' && model.functions.find((one) => one.code === code);
  if (team)
    return (
      <Frame name={team.name} kind="Function">
        <FunctionBody part={team} />
      </Frame>
    );
  const overlay = kind === 'overlay' && model.overlays.find((one) => one.code === code);
  if (overlay)
    return (
      <Frame name={overlay.name} kind="Overlay">
        <OverlayBody overlay={overlay} />
      </Frame>
    );
  const control = kind === 'control' && model.controls.find((one) => one.kind === code);
  if (control)
    return (
      <Frame name={control.name} kind="Common control activity">
        <ControlBody control={control} />
      </Frame>
    );
  return <NotFoundPage />;
}
