import { lazy, Suspense, useCallback, useMemo, useState, type ReactNode } from 'react';
import { useData } from '#renderer/data/data.ts';
import { CreateInPlaceContext, type CreateInPlace } from '../fields/create-in-place.ts';
import { QuickCreateContext, type QuickCreate } from './quick-create.ts';
import type { FieldValues } from '#shared/definition/values.ts';

// The form and what it needs are not part of the first page.
const QuickCreateDialog = lazy(async () => ({
  default: (await import('./QuickCreateDialog.tsx')).QuickCreateDialog,
}));

interface Wish {
  readonly key: number;
  readonly type: string;
  readonly given: FieldValues;
  readonly isInPlace: boolean;
  readonly answer: (made: string | undefined) => void;
}

let lastKey = 0;

/** Shows quick-create forms wherever the page is, one above the other where a form makes what it needs. */
export function QuickCreateProvider({ children }: { readonly children: ReactNode }) {
  const { catalogue } = useData();
  const [wishes, setWishes] = useState<readonly Wish[]>([]);

  const ask = useCallback(
    (type: string, given: FieldValues, isInPlace: boolean) =>
      new Promise<string | undefined>((answer) => {
        setWishes((open) => [...open, { key: ++lastKey, type, given, isInPlace, answer }]);
      }),
    [],
  );
  const inPlace = useCallback<CreateInPlace>((type, given) => ask(type, given, true), [ask]);
  const quick = useMemo<QuickCreate>(() => ({ open: (type, given = {}) => ask(type, given, false) }), [ask]);

  return (
    <QuickCreateContext value={quick}>
      <CreateInPlaceContext value={inPlace}>
        {children}
        {wishes.map((wish) => {
          const type = catalogue.type(wish.type);
          return (
            type && (
              <Suspense key={wish.key}>
                <QuickCreateDialog
                  type={type}
                  given={wish.given}
                  isInPlace={wish.isInPlace}
                  onClose={(made) => {
                    setWishes((open) => open.filter((other) => other !== wish));
                    wish.answer(made);
                  }}
                />
              </Suspense>
            )
          );
        })}
      </CreateInPlaceContext>
    </QuickCreateContext>
  );
}
