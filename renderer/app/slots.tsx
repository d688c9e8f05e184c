import { createElement, type ReactNode } from 'react';
import { librarySlots } from '#renderer/library/slots.tsx';
import { assessmentSlots } from '#renderer/processes/assessment/slots.ts';
import { conformanceSlots } from '#renderer/processes/conformance/slots.ts';
import { incidentSlots } from '#renderer/processes/incident/slots.ts';
import { requestSlots } from '#renderer/processes/request/slots.ts';
import { SlotsContext } from '#renderer/record/slots.ts';

const fills = [...incidentSlots, ...requestSlots, ...assessmentSlots, ...conformanceSlots, ...librarySlots];

/** A page on which records show the special views of their process. */
export function withSlots<Props extends object>(
  Page: (props: Props) => ReactNode,
): (props: Props) => ReactNode {
  return (props) => <SlotsContext value={fills}>{createElement<Props>(Page, props)}</SlotsContext>;
}
