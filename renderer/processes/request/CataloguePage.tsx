import { useDeferredValue, useMemo, useState } from 'react';
import { useConfig, useData } from '#renderer/data/data.ts';
import { useKnownActor } from '#renderer/record/known-actor.ts';
import { paths } from '#renderer/record/navigation.ts';
import { useActor, usePerson } from '#renderer/session/session.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { LinkButton } from '#renderer/ui/LinkButton.tsx';
import { PageHeader } from '#renderer/ui/PageHeader.tsx';
import { TextInput } from '#renderer/ui/TextInput.tsx';
import { isStaff } from '#shared/processes/support/rights.ts';
import { textOf } from '#shared/definition/record.ts';
import { CatalogueList } from './CatalogueList.tsx';
import { groupItems, offeredItems } from './catalogue-items.ts';
import { OrderPanel } from './OrderPanel.tsx';
import { useOrder } from './use-order.ts';
import styles from './catalogue.module.css';

/** What people may ask for. Choosing an item starts a request and asks what the item wants to know. */
export function CataloguePage() {
  const config = useConfig();
  const actor = useKnownActor();
  const person = usePerson();
  const hasActor = useActor() !== undefined;
  const form = useOrder();
  const [text, setText] = useState('');
  const typed = useDeferredValue(text);
  const organisation = isStaff(actor) || !person ? undefined : textOf(person, 'organisation');
  const items = useMemo(() => offeredItems(config, organisation), [config, organisation]);
  const groups = useMemo(() => groupItems(items, config, typed), [items, config, typed]);
  const words = useMemo(() => typed.split(/\s+/).filter((word) => word !== ''), [typed]);
  const ordered = new Set(form.order.lines.map(({ item }) => item));
  return (
    <div className={styles.page}>
      <PageHeader
        title="What do you need?"
        meta="Choose what you ask for. What is not in the list can be asked for in free words."
        actions={
          <LinkButton size="small" href={paths.create('request')}>
            Ask in free words
          </LinkButton>
        }
      />
      {items.length === 0 ? (
        <EmptyCatalogue />
      ) : (
        <div className={styles.columns}>
          <div className={styles.catalogue}>
            <TextInput
              label="Search the catalogue"
              hideLabel
              type="search"
              placeholder="Laptop, account, radio …"
              value={text}
              onChange={setText}
              autoFocus
            />
            {groups.length === 0 && (
              <EmptyState
                compact
                title={`Nothing in the catalogue fits “${typed.trim()}”.`}
                text="Try another word, or ask in free words."
              />
            )}
            <CatalogueList groups={groups} words={words} ordered={ordered} onAdd={form.add} />
          </div>
          {hasActor ? (
            <OrderPanel form={form} />
          ) : (
            <aside className={styles.order}>
              <EmptyState
                compact
                title="Choose first who is at the desk (top right)."
                text="A request has an author; without one it cannot be made."
              />
            </aside>
          )}
        </div>
      )}
    </div>
  );
}

function EmptyCatalogue() {
  const { catalogue } = useData();
  const actor = useKnownActor();
  const type = catalogue.type('catalogue-item');
  const mayMake = type?.create.allows(actor, undefined) ?? false;
  return (
    <EmptyState
      title="Nothing is offered yet"
      text={
        mayMake
          ? 'The catalogue lists the standard things people ask for, with their questions, approval and tasks. Make an item and publish it.'
          : 'No item is published for you. You can still ask in free words.'
      }
      action={
        mayMake ? (
          <LinkButton variant="primary" href={paths.create('catalogue-item')}>
            Create a catalogue item
          </LinkButton>
        ) : (
          <LinkButton variant="primary" href={paths.create('request')}>
            Ask in free words
          </LinkButton>
        )
      }
    />
  );
}
