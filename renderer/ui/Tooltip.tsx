import MuiTooltip from '@mui/material/Tooltip';
import type { ReactElement, ReactNode } from 'react';

interface TooltipProps {
  readonly title: ReactNode;
  readonly children: ReactElement;
  /** The text adds to the element's name instead of being it. */
  readonly describes?: boolean;
}

/** The anchor has to take a ref and pass on its props. */
export function Tooltip({ title, children, describes = false }: TooltipProps) {
  if (title === '' || title === null || title === undefined) return children;
  return (
    <MuiTooltip title={title} describeChild={describes}>
      {children}
    </MuiTooltip>
  );
}
