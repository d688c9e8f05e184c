import MuiTooltip from '@mui/material/Tooltip';
import type { ReactElement, ReactNode } from 'react';

interface TooltipProps {
  readonly title: ReactNode;
  readonly children: ReactElement;
  /** The text adds to the element's name instead of being it. */
  readonly describes?: boolean;
}

/** Milliseconds: who only passes over a button on the way to the next one is not stood in the way. */
const hesitation = 400;

/** The anchor has to take a ref and pass on its props. */
export function Tooltip({ title, children, describes = false }: TooltipProps) {
  if (title === '' || title === null || title === undefined) return children;
  return (
    <MuiTooltip title={title} describeChild={describes} enterDelay={hesitation}>
      {children}
    </MuiTooltip>
  );
}
