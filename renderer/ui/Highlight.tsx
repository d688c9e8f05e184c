import { splitHighlights } from './highlight.ts';

/** Text with the words that were searched for marked. */
export function Highlight({ text, words }: { readonly text: string; readonly words: readonly string[] }) {
  return (
    <>
      {splitHighlights(text, words).map((part) =>
        part.found ? <mark key={part.at}>{part.text}</mark> : <span key={part.at}>{part.text}</span>,
      )}
    </>
  );
}
