import { createContext, use } from 'react';
import { paths } from '#renderer/record/navigation.ts';
import { AppLink } from '#renderer/ui/AppLink.tsx';

/** Record ids of what a report names by number; empty for a report from elsewhere. */
export const NumberLinks = createContext<ReadonlyMap<string, string>>(new Map());

/** A record's number that leads to the record, where it is one of this unit. */
export function NumberLink({ number }: { readonly number: string }) {
  const id = use(NumberLinks).get(number);
  return id === undefined ? <span>{number}</span> : <AppLink href={paths.record(id)}>{number}</AppLink>;
}

/** Several of them, in a row. */
export function NumberList({ numbers }: { readonly numbers: readonly string[] }) {
  return (
    <>
      {numbers.map((number, place) => (
        <span key={number}>
          {place > 0 && ', '}
          <NumberLink number={number} />
        </span>
      ))}
    </>
  );
}
