import { showDuration } from '#renderer/record/fields/duration-text.ts';
import { paths } from '#renderer/record/navigation.ts';
import { AppLink } from '#renderer/ui/AppLink.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { Chip } from '#renderer/ui/Chip.tsx';
import { Highlight } from '#renderer/ui/Highlight.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import { textOf, type RecordView } from '#shared/definition/record.ts';
import type { CatalogueGroup } from './catalogue-items.ts';
import styles from './catalogue.module.css';

interface CatalogueListProps {
  readonly groups: readonly CatalogueGroup[];
  /** Searched words, marked in what is found. */
  readonly words: readonly string[];
  /** Ids of items that are in the order already. */
  readonly ordered: ReadonlySet<string>;
  readonly onAdd: (item: string) => void;
}

/** What can be asked for, by category. */
export function CatalogueList({ groups, words, ordered, onAdd }: CatalogueListProps) {
  return (
    <>
      {groups.map((group) => (
        <Section key={group.name} title={group.name}>
          <ul className={styles.items} aria-label={group.name}>
            {group.items.map((item) => (
              <CatalogueLine
                key={item.id}
                item={item}
                words={words}
                isOrdered={ordered.has(item.id)}
                onAdd={() => onAdd(item.id)}
              />
            ))}
          </ul>
        </Section>
      ))}
    </>
  );
}

interface CatalogueLineProps {
  readonly item: RecordView;
  readonly words: readonly string[];
  readonly isOrdered: boolean;
  readonly onAdd: () => void;
}

function CatalogueLine({ item, words, isOrdered, onAdd }: CatalogueLineProps) {
  const name = textOf(item, 'name');
  return (
    <li className={styles.item}>
      <div className={styles.about}>
        <AppLink href={paths.record(item.id)} className={styles.name}>
          <Highlight text={name} words={words} />
        </AppLink>
        <div className={styles.description}>
          <Highlight text={textOf(item, 'description')} words={words} />
        </div>
        <ItemTerms item={item} />
      </div>
      <Button size="small" aria-label={isOrdered ? `One more: ${name}` : `Ask for ${name}`} onClick={onAdd}>
        {isOrdered ? 'One more' : 'Ask for it'}
      </Button>
    </li>
  );
}

/** What it takes to get an item. */
function ItemTerms({ item }: { readonly item: RecordView }) {
  const expected = textOf(item, 'expectedTime');
  const price = item.fields['price'];
  const terms = [
    expected && `Usually takes ${showDuration(expected)}`,
    typeof price === 'number' && price > 0 && `${price.toLocaleString('en-GB')} USD`,
  ].filter((term): term is string => typeof term === 'string' && term !== '');
  return (
    <div className={styles.terms}>
      {terms.join(' · ')}
      {item.fields['needsApproval'] === true && <Chip tone="outline">Needs approval</Chip>}
    </div>
  );
}
