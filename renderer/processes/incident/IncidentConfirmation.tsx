import type { SlotProps } from '#renderer/record/slots.ts';
import { isMajor, isReviewed } from '#shared/processes/incident/rules.ts';
import { ConfirmationPanel, type ConfirmationWords } from '../support/ConfirmationPanel.tsx';

const words: ConfirmationWords = {
  state: 'resolved',
  confirm: 'confirm',
  title: 'Is service back?',
  done: 'resolution',
  doneLabel: 'Resolution',
  yes: 'Yes, confirm',
  no: 'Not solved, reopen',
  blocked: (record) =>
    isMajor(record) && !isReviewed(record)
      ? 'It is a major incident: complete its review first, then the user’s word closes it.'
      : undefined,
};

/** The user's word on a resolved incident. */
export function IncidentConfirmation(props: SlotProps) {
  return <ConfirmationPanel {...props} words={words} />;
}
