import { useState } from 'react';
import { useData, useRedactions, type RedactionInfo } from '#renderer/data/data.ts';
import { useTitles } from '#renderer/record/use-titles.ts';
import { toast } from '#renderer/session/toasts.ts';
import { useActor } from '#renderer/session/session.tsx';
import { DataTable } from '#renderer/ui/DataTable.tsx';
import { ProblemAlert } from '#renderer/ui/ProblemAlert.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import { redacting } from '#shared/engine/redact.ts';
import type { Problem } from '#shared/kernel/errors.ts';
import { RedactionRow, type Answer } from './RedactionRow.tsx';
import styles from '../audit.module.css';

/** Orders to remove contents: those that wait for an answer first, then what became of the others. Administrators only. */
export function RedactionsSection() {
  const actor = useActor();
  const orders = useRedactions() ?? [];
  if (!actor || !redacting.allows(actor, undefined) || orders.length === 0) return null;
  return (
    <div className={styles.panel}>
      <Section title="Redactions">
        <Orders orders={orders} actor={actor.id} />
      </Section>
    </div>
  );
}

function Orders({ orders, actor }: { readonly orders: readonly RedactionInfo[]; readonly actor: string }) {
  const data = useData();
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const inOrder = orders.toSorted((a, b) => Number(isOpen(b)) - Number(isOpen(a)));
  const labels = useTitles(
    orders.flatMap(({ record, order }) => [
      record,
      order.askedBy,
      ...(order.answer ? [order.answer.by] : []),
    ]),
  );
  const give = async ({ record, order }: RedactionInfo, answer: Answer) => {
    const result =
      answer === 'takeBack'
        ? await data.undo([{ record, ref: order.ref }])
        : await data.execute({ kind: 'answerRedaction', record, order: order.ref, answer });
    setProblems(result.ok ? [] : result.error);
    if (result.ok) toast({ text: said[answer], tone: 'success' });
  };
  return (
    <>
      <ProblemAlert problems={problems} onDismiss={() => setProblems([])} />
      <DataTable caption="Redactions, those that wait for an answer first">
        <thead>
          <tr>
            <th scope="col">Record</th>
            <th scope="col">Asked for</th>
            <th scope="col">Reason</th>
            <th scope="col">Answer</th>
            <th scope="col">Where it stands</th>
          </tr>
        </thead>
        <tbody>
          {inOrder.map((info) => (
            <RedactionRow
              key={info.order.ref}
              info={info}
              actor={actor}
              name={(id) => labels.get(id) ?? id}
              onAnswer={(answer) => void give(info, answer)}
            />
          ))}
        </tbody>
      </DataTable>
    </>
  );
}

function isOpen({ order }: RedactionInfo): boolean {
  return order.state === 'open';
}

const said: Readonly<Record<Answer, string>> = {
  confirm: 'Redaction confirmed; the contents are being removed',
  decline: 'Redaction declined',
  takeBack: 'Taken back',
};
