import { kindLabels } from '#shared/conformance/cells.ts';
import { textOf, type RecordView } from '#shared/definition/record.ts';
import type { Cell } from '#shared/processes/improvement/conformance-parts.ts';
import type { Flag, RegisterRow, Verdict } from '#shared/processes/improvement/conformance-register.ts';

export const verdictWords: Readonly<Record<Verdict, string>> = {
  conforms: 'Conforms',
  departs: 'Does not conform',
  measured: 'Measured',
  open: 'No verdict yet',
};

export const flagWords: Readonly<Record<Flag, string>> = {
  missing: 'Statement missing',
  incomplete: 'Draft',
  submitted: 'Submitted',
  accepted: 'Accepted',
  departing: 'Not conforming',
  ending: 'Exception ends or ended',
};

/** “Enterprise or shared service, phase 2”. */
export function cellWords(cell: Cell | undefined): string {
  return cell ? `${kindLabels[cell.kind]}, phase ${String(cell.phase)}` : 'Type or phase not set';
}

/** What has to be done next; empty where nothing has. */
export function nextWords({ next, parts, verdict, twins }: RegisterRow): string {
  switch (next) {
    case 'classify':
      return 'Set type and phase of the service';
    case 'state':
      return 'Make the statement';
    case 'settle':
      return `Mark ${twins.length === 1 ? 'one of two statements' : `${String(twins.length)} statements`} as superseded`;
    case 'renew':
      return 'Renew the exception';
    case 'write': {
      const missing = parts.filter(({ isThere }) => !isThere).length;
      if (verdict === 'open') return 'Say whether it conforms';
      return `Write ${missing === 1 ? 'the part' : `${String(missing)} parts`} that ${missing === 1 ? 'is' : 'are'} missing`;
    }
    case 'submit':
      return 'Submit the statement';
    case 'accept':
      return 'Accept or return the statement';
    case 'none':
      return '';
  }
}

/** Who does it: “Silva, Marta (service owner)”. @param owner name of the service's owner. */
export function whoWords({ next }: RegisterRow, owner: string): string {
  if (next === 'none') return '';
  if (next === 'accept' || next === 'settle') return 'Process owner';
  return owner === '' ? 'Service owner' : owner;
}

/** “CFX-7K-00001, until 2026-12-31”. */
export function exceptionWords(exception: RecordView): string {
  const until = textOf(exception, 'until');
  return until === '' ? exception.number : `${exception.number}, until ${until}`;
}
