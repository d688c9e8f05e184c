import { lazy, Suspense, useCallback, useState } from 'react';
import { classes } from '#renderer/ui/classes.ts';
import { MenuButton } from '#renderer/ui/MenuButton.tsx';
import { TabPanel, Tabs } from '#renderer/ui/Tabs.tsx';
import { AttachmentsPanel } from '../attachments/AttachmentsPanel.tsx';
import { useAttach } from '../attachments/use-attach.ts';
import { useDrop } from '../attachments/use-drop.ts';
import { useRelations } from '../related/use-relations.ts';
import { useSlots } from '../slots.ts';
import { FieldsPane } from './FieldsPane.tsx';
import { TimelinePane } from './TimelinePane.tsx';
import type { ShownRecord } from './use-record-page.ts';
import styles from './record-page.module.css';

const RelatedList = lazy(async () => ({ default: (await import('../related/RelatedList.tsx')).RelatedList }));

interface RecordBodyProps {
  readonly shown: ShownRecord;
  /** Fields and timeline stand side by side; else the timeline is a tab. */
  readonly isWide: boolean;
}

/** The tabs of a record: fields, related records with their counts, special views; the timeline beside them. */
export function RecordBody({ shown, isWide }: RecordBodyProps) {
  const { type, record, derived } = shown;
  const relations = useRelations(type, record);
  const views = useSlots(record).at('tab');
  const [chosen, setChosen] = useState('fields');
  /** Relations without records are offered in a menu, so that the tabs tell what there is. */
  const [opened, setOpened] = useState<readonly string[]>([]);

  const attaching = useAttach(record.id);
  const { add } = attaching;
  const onFiles = useCallback(
    (files: readonly File[]) => {
      setChosen('attachments');
      add(files);
    },
    [add],
  );
  const drop = useDrop(onFiles, shown.canNote);
  const files = record.attachments?.length ?? 0;

  const filled = relations.filter(({ key, count }) => (count ?? 0) > 0 || opened.includes(key));
  const empty = relations.filter((relation) => !filled.includes(relation));
  const tabs = [
    { value: 'fields', label: 'Details' },
    ...(isWide ? [] : [{ value: 'timeline', label: 'Timeline' }]),
    ...(files > 0 || shown.canNote
      ? [{ value: 'attachments', label: 'Attachments', ...(files > 0 ? { count: files } : {}) }]
      : []),
    ...views.map(({ name, label }) => ({ value: name, label })),
    ...filled.map(({ key, label, count }) => ({ value: key, label, count })),
  ];
  const current = tabs.some(({ value }) => value === chosen) ? chosen : 'fields';
  const relation = filled.find(({ key }) => key === current);
  const view = views.find(({ name }) => name === current);

  return (
    <div
      className={classes(styles.body, drop.isOver && styles.over)}
      data-wide={isWide || undefined}
      {...drop.props}
    >
      <div className={styles.left}>
        <div className={styles.tabs}>
          <div className={styles.tabList}>
            <Tabs label="Parts of the record" value={current} onChange={setChosen} items={tabs} />
          </div>
          {empty.length > 0 && (
            <MenuButton
              label="Relate"
              variant="quiet"
              size="small"
              items={empty.map(({ key, label }) => ({
                label,
                onSelect: () => {
                  setOpened((keys) => [...keys, key]);
                  setChosen(key);
                },
              }))}
            />
          )}
        </div>
        <div className={styles.panel}>
          <TabPanel value={current} current={current}>
            {current === 'fields' && <FieldsPane shown={shown} />}
            {current === 'timeline' && <TimelinePane shown={shown} />}
            {current === 'attachments' && <AttachmentsPanel shown={shown} attaching={attaching} />}
            {view && <view.View type={type} record={record} derived={derived} />}
            {relation && (
              <Suspense>
                <RelatedList key={relation.key} shown={shown} relation={relation} />
              </Suspense>
            )}
          </TabPanel>
        </div>
      </div>
      {isWide && (
        <div className={styles.right}>
          <TimelinePane shown={shown} />
        </div>
      )}
    </div>
  );
}
