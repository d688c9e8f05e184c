import { useData } from '#renderer/data/data.ts';
import { PrintFrame } from '#renderer/record/print/PrintFrame.tsx';
import { usePaper } from '#renderer/record/print/use-paper.ts';
import { useAddressPart } from '#renderer/session/address.ts';
import { NotFoundPage } from '#renderer/shell/pages/NotFoundPage.tsx';
import { usualMarking } from '#shared/engine/marking.ts';
import type { LibraryProcess } from '#shared/library/model.ts';
import { ChosenModel } from './ChosenModel.tsx';
import { GuideBody } from './GuideBody.tsx';
import { useTailorings } from './use-tailorings.ts';
import { useShownModel } from './shown-model.ts';

function PrintGuide({ process }: { readonly process: LibraryProcess }) {
  const data = useData();
  const { model, id } = useShownModel();
  const ids = useTailorings(id)
    .filter((one) => one.process === process.code)
    .map(({ record }) => record)
    .concat(id ?? []);
  const isReady = usePaper({ ids, markings: [usualMarking(data.config)], isComplete: true });
  return (
    <PrintFrame
      name={`Process guide ${process.code}`}
      title={`${process.name}: process guide`}
      subtitle={`${process.code} · ${model.name}`}
      asOf={data.now()}
      isReady={isReady}
    >
      <GuideBody process={process} />
    </PrintFrame>
  );
}

/** A process guide as it goes on paper. */
export function PrintGuidePage() {
  return (
    <ChosenModel>
      <ChosenGuide />
    </ChosenModel>
  );
}

function ChosenGuide() {
  const { model } = useShownModel();
  const code = useAddressPart('code');
  const process = model.processes.find((one) => one.code === code);
  return process ? <PrintGuide process={process} /> : <NotFoundPage />;
}
