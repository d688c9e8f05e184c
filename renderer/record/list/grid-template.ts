import type { Column } from '../columns/columns.ts';

export const selectWidth = 32;

/** Columns of the CSS grid of a list: the title takes what is left. */
export function gridTemplate(columns: readonly Column[], title: string): string {
  const hasTitle = columns.some(({ name }) => name === title);
  const tracks = columns.map(({ name, width }, index) => {
    const grows = hasTitle ? name === title : index === columns.length - 1;
    return grows ? `minmax(${width}px, 1fr)` : `${width}px`;
  });
  return [`${selectWidth}px`, ...tracks].join(' ');
}

export function gridWidth(columns: readonly Column[]): number {
  return columns.reduce((sum, { width }) => sum + width, selectWidth);
}

export function rowId(type: string, index: number): string {
  return `row-${type}-${index}`;
}
