import { useId, type KeyboardEvent } from 'react';
import { useConfig, useData } from '#renderer/data/data.ts';
import { FieldEditor } from '#renderer/record/fields/FieldEditor.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { ProblemAlert } from '#renderer/ui/ProblemAlert.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import { TextInput } from '#renderer/ui/TextInput.tsx';
import { textOf } from '#shared/definition/record.ts';
import { orderedItems, orderPrice, questionsOfOrder } from './order.ts';
import { QuestionFields } from './QuestionFields.tsx';
import type { OrderForm } from './use-order.ts';
import panel from '../support/panel.module.css';
import styles from './catalogue.module.css';

const asked = ['requester', 'onBehalfOf', 'neededBy', 'location', 'description'];

/** The request that is being put together: its items, their questions, who asks. */
export function OrderPanel({ form }: { readonly form: OrderForm }) {
  const { catalogue } = useData();
  const config = useConfig();
  const id = useId();
  const { order, faults, problems, isSending, send } = form;
  const ordered = orderedItems(order, config);
  const request = catalogue.type('request');
  if (ordered.length === 0) {
    return (
      <aside className={styles.order} aria-label="Your request">
        <Section title="Your request">
          <EmptyState
            compact
            title="Nothing chosen yet."
            text="Choose from the list; its questions are asked here."
          />
        </Section>
      </aside>
    );
  }
  const price = orderPrice(order, config);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    void send();
  };
  return (
    <aside className={styles.order} aria-label="Your request">
      <Section
        title="Your request"
        actions={
          <Button size="small" variant="quiet" onClick={form.startOver}>
            Start over
          </Button>
        }
      >
        <form
          className={panel.form}
          aria-label="Your request"
          noValidate
          onKeyDown={onKeyDown}
          onSubmit={(event) => {
            event.preventDefault();
            void send();
          }}
        >
          <ul className={panel.list} aria-label="Chosen items">
            {ordered.map(({ item, line }) => (
              <li key={item.id} className={styles.chosen}>
                <span className={styles.chosenName}>{textOf(item, 'name')}</span>
                <span className={styles.quantity}>
                  <TextInput
                    label={`Number of ${textOf(item, 'name')}`}
                    hideLabel
                    type="number"
                    value={line.quantity}
                    error={faults.quantities[item.id]}
                    onChange={(quantity) => form.setQuantity(item.id, quantity)}
                  />
                </span>
                <Button
                  size="small"
                  variant="quiet"
                  aria-label={`Take off ${textOf(item, 'name')}`}
                  onClick={() => form.remove(item.id)}
                >
                  Take off
                </Button>
              </li>
            ))}
          </ul>
          {price > 0 && (
            <p className={panel.small}>Price by the catalogue: {price.toLocaleString('en-GB')} USD</p>
          )}
          {questionsOfOrder(order, config).map((group) => (
            <QuestionFields
              key={group.item}
              group={group}
              answers={order.answers}
              faults={faults.answers}
              onChange={form.answer}
            />
          ))}
          {asked.map((name) => {
            const field = request?.fields[name];
            return (
              field && (
                <FieldEditor
                  key={name}
                  id={`${id}-${name}`}
                  field={field}
                  label={field.label}
                  help={field.help}
                  required={name === 'requester'}
                  error={name === 'requester' ? faults.requester : undefined}
                  value={order.fields[name]}
                  onChange={(value) => form.setField(name, value)}
                />
              )
            );
          })}
          <ProblemAlert problems={problems} />
          <div className={panel.actions}>
            <Button type="submit" variant="primary" busy={isSending} title="Ctrl+Enter">
              Create request
            </Button>
            <span className={panel.small}>What you choose is kept as a draft.</span>
          </div>
        </form>
      </Section>
    </aside>
  );
}
