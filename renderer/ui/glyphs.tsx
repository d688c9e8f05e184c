import type { ReactNode } from 'react';

function Glyph({ children }: { readonly children: ReactNode }) {
  return (
    <svg width="12" height="12" viewBox="0 0 12 12" fill="currentColor" aria-hidden="true" focusable="false">
      {children}
    </svg>
  );
}

const stroke = {
  fill: 'none',
  stroke: 'currentColor',
  strokeWidth: 1.6,
  strokeLinecap: 'round',
  strokeLinejoin: 'round',
} as const;

/** A shape for each state class, so that no meaning hangs on colour alone. */
export const stateGlyphs = {
  open: (
    <Glyph>
      <circle cx="6" cy="6" r="4.2" {...stroke} />
      <path d="M6 1.8a4.2 4.2 0 0 1 0 8.4Z" />
    </Glyph>
  ),
  waiting: (
    <Glyph>
      <path
        d="M3 1.5h6M3 10.5h6M3.8 1.5c0 3 4.4 3.4 4.4 4.5s-4.4 1.5-4.4 4.5M8.2 1.5c0 3-4.4 3.4-4.4 4.5s4.4 1.5 4.4 4.5"
        {...stroke}
        strokeWidth={1.2}
      />
    </Glyph>
  ),
  done: (
    <Glyph>
      <path d="M2 6.4 4.8 9.2 10 3.2" {...stroke} strokeWidth={1.9} />
    </Glyph>
  ),
  refused: (
    <Glyph>
      <circle cx="6" cy="6" r="4.2" {...stroke} />
      <path d="M3.2 8.8 8.8 3.2" {...stroke} />
    </Glyph>
  ),
} as const;

function bars(filled: number) {
  return (
    <Glyph>
      {[0, 1, 2].map((index) => (
        <rect
          key={index}
          x={1 + index * 3.6}
          y={8 - index * 3}
          width="2.6"
          height={3 + index * 3}
          rx="0.6"
          opacity={index < filled ? 1 : 0.3}
        />
      ))}
    </Glyph>
  );
}

export const priorityGlyphs: Readonly<Record<string, ReactNode>> = {
  '1': (
    <Glyph>
      <path d="M6 .8 11.5 11h-11Z" {...stroke} strokeWidth={1.3} />
      <path d="M6 4.4v3M6 9.1v.2" {...stroke} strokeWidth={1.5} />
    </Glyph>
  ),
  '2': bars(3),
  '3': bars(2),
  '4': bars(1),
  '5': bars(0),
};

export const clockGlyphs = {
  fine: (
    <Glyph>
      <circle cx="6" cy="6" r="4.6" {...stroke} strokeWidth={1.3} />
      <path d="M6 3.4V6l1.8 1.2" {...stroke} strokeWidth={1.3} />
    </Glyph>
  ),
  warning: (
    <Glyph>
      <path d="M6 1.2 11.2 10.6H.8Z" {...stroke} strokeWidth={1.3} />
      <path d="M6 4.8v2.6M6 9v.1" {...stroke} strokeWidth={1.3} />
    </Glyph>
  ),
  breached: (
    <Glyph>
      <path d="M3.8.8h4.4l3 3v4.4l-3 3H3.8l-3-3V3.8Z" {...stroke} strokeWidth={1.3} />
      <path d="M6 3.2v3.4M6 8.7v.1" {...stroke} strokeWidth={1.5} />
    </Glyph>
  ),
  paused: (
    <Glyph>
      <rect x="2.6" y="1.8" width="2.4" height="8.4" rx="0.6" />
      <rect x="7" y="1.8" width="2.4" height="8.4" rx="0.6" />
    </Glyph>
  ),
  met: stateGlyphs.done,
  missed: (
    <Glyph>
      <path d="M2.6 2.6 9.4 9.4M9.4 2.6 2.6 9.4" {...stroke} strokeWidth={1.8} />
    </Glyph>
  ),
} as const;
