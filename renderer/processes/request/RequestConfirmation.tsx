import type { SlotProps } from '#renderer/record/slots.ts';
import { ConfirmationPanel, type ConfirmationWords } from '../support/ConfirmationPanel.tsx';

const words: ConfirmationWords = {
  state: 'fulfilled',
  confirm: 'accept',
  title: 'Is it what was asked for?',
  done: 'resolution',
  doneLabel: 'Given',
  yes: 'Yes, accept',
  no: 'Not right, reopen',
};

/** The user's word on a fulfilled request. */
export function RequestConfirmation(props: SlotProps) {
  return <ConfirmationPanel {...props} words={words} />;
}
