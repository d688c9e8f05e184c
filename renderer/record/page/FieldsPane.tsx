import { useCallback, useMemo, useState } from 'react';
import { useDraft } from '#renderer/data/data.ts';
import { Section } from '#renderer/ui/Section.tsx';
import { isEmpty, type FieldValue } from '#shared/definition/values.ts';
import { layOut } from '../form/form-layout.ts';
import { useSlots } from '../slots.ts';
import { DerivedSection } from './DerivedSection.tsx';
import { InlineField } from './InlineField.tsx';
import type { FieldDrafts } from './use-inline-edit.ts';
import type { ShownRecord } from './use-record-page.ts';
import styles from './fields-pane.module.css';

const nothing: FieldDrafts = {};

/** The fields of a record in their sections, each edited where it stands. */
export function FieldsPane({ shown }: { readonly shown: ShownRecord }) {
  const { type, record, derived, canEdit } = shown;
  const slots = useSlots(record);
  const { drafts, keep } = useFieldDrafts(record.id);
  const sections = useMemo(
    () =>
      layOut(type, record, (name, field) => {
        if (name === type.views.title) return false;
        // Nobody can fill a field that the engine sets: it is shown once there is something in it.
        return field.readOnly !== true || !isEmpty(record.fields[name]);
      }),
    [type, record],
  );
  return (
    <div className={styles.pane}>
      {slots.at('aboveFields').map(({ View }, index) => (
        // The registered views of a type never change their order.
        <View key={index} type={type} record={record} derived={derived} />
      ))}
      {sections.map((section) => (
        <Section key={section.name} title={section.label}>
          <div className={styles.grid}>
            {section.fields.map((laidOut) => {
              const slot = slots.at('field').find(({ field }) => field === laidOut.name);
              if (slot)
                return (
                  <slot.View
                    key={laidOut.name}
                    type={type}
                    record={record}
                    derived={derived}
                    field={laidOut.name}
                  />
                );
              return (
                <InlineField
                  key={laidOut.name}
                  type={type}
                  record={record}
                  laidOut={laidOut}
                  canEdit={canEdit}
                  draft={drafts[laidOut.name]}
                  keep={keep}
                />
              );
            })}
          </div>
        </Section>
      ))}
      <DerivedSection shown={shown} />
    </div>
  );
}

/** The unsaved values of a record's fields, as one draft. */
function useFieldDrafts(id: string): {
  readonly drafts: FieldDrafts;
  readonly keep: (name: string, value: FieldValue | undefined) => void;
} {
  const { draft, save, discard } = useDraft<FieldDrafts>(`edit:${id}`);
  const [changed, setChanged] = useState<FieldDrafts>();
  const drafts = changed ?? draft ?? nothing;
  const keep = useCallback(
    (name: string, value: FieldValue | undefined) => {
      const others = Object.entries(drafts).filter(([other]) => other !== name);
      const next = Object.fromEntries(value === undefined ? others : [...others, [name, value]]);
      setChanged(next);
      if (Object.keys(next).length > 0) save(next);
      else void discard();
    },
    [drafts, save, discard],
  );
  return { drafts, keep };
}
