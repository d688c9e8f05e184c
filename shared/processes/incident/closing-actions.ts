import type { ActContext, Transition } from '../../definition/lifecycle.ts';
import { forgetConfirmation, recordConfirmation } from '../support/users-word.ts';
import {
  becomeRequest,
  closeChildren,
  endWait,
  resolveChildren,
  tellChildrenOfReopening,
} from './effects.ts';
import { reopenClosedRight, takePart, workIncident } from './rights.ts';
import { isContained, mayClose, mayConfirm, noOpenChildren, openStates, mayReopenClosed } from './rules.ts';

const children = { children: { type: 'incident', by: 'parent' } } as const;
const reopened = (context: ActContext) => [
  ...forgetConfirmation(context),
  ...tellChildrenOfReopening(context),
];

/** Resolving, confirming, closing and leaving: DESMF IM5 and IM6. */
export const closingActions: readonly Transition[] = [
  {
    action: 'resolve',
    label: 'Resolve incident',
    from: openStates,
    to: 'resolved',
    permit: workIncident,
    needs: ['closureCode', 'resolution'],
    offers: ['category', 'knowledge', 'causedByChange', 'problemReference'],
    primary: ['inProgress'],
    activity: 'IM5',
    touches: children,
    guard: isContained,
    effects: (context) => [...endWait(context), ...resolveChildren(context)],
  },
  {
    action: 'confirm',
    label: 'Confirm that service is back',
    from: ['resolved'],
    to: 'closed',
    permit: takePart,
    offers: ['confirmationNote', 'satisfaction'],
    primary: true,
    activity: 'IM6',
    touches: children,
    guard: mayConfirm,
    effects: (context) => [...recordConfirmation(context), ...closeChildren(context)],
  },
  {
    action: 'close',
    label: 'Close incident',
    from: ['resolved'],
    to: 'closed',
    permit: workIncident,
    offers: ['category', 'closureCode'],
    activity: 'IM6',
    touches: { ...children, parent: { field: 'parent' } },
    guard: mayClose,
    effects: closeChildren,
  },
  {
    action: 'reopen',
    label: 'Reopen incident',
    from: ['resolved'],
    to: 'inProgress',
    permit: takePart,
    needs: ['reopenReason'],
    activity: 'IM6',
    touches: children,
    effects: reopened,
  },
  {
    action: 'reopen',
    label: 'Reopen closed incident',
    from: ['closed'],
    to: 'inProgress',
    permit: reopenClosedRight,
    needs: ['reopenReason'],
    activity: 'IM6',
    touches: children,
    guard: mayReopenClosed,
    effects: reopened,
  },
  {
    action: 'cancel',
    label: 'Cancel incident',
    from: openStates,
    to: 'cancelled',
    permit: workIncident,
    needs: ['cancelReason'],
    activity: 'IM6',
    touches: children,
    guard: noOpenChildren('Cancel incident'),
    effects: endWait,
  },
  {
    action: 'convertToRequest',
    label: 'Convert to service request',
    from: openStates,
    to: 'cancelled',
    permit: workIncident,
    confirm: 'A request takes over its facts and notes, and this incident is cancelled. Convert it?',
    activity: 'IM3',
    touches: children,
    guard: noOpenChildren('Convert to service request'),
    effects: becomeRequest,
  },
];
