import { useConfig, useData, useRecord } from '#renderer/data/data.ts';
import { ModelMissing } from '#renderer/library/ModelMissing.tsx';
import { useTitles } from '#renderer/record/use-titles.ts';
import { paths } from '#renderer/record/navigation.ts';
import { PrintFrame } from '#renderer/record/print/PrintFrame.tsx';
import { usePaper } from '#renderer/record/print/use-paper.ts';
import { useAddressPart } from '#renderer/session/address.ts';
import { AppLink } from '#renderer/ui/AppLink.tsx';
import { DataTable } from '#renderer/ui/DataTable.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import { listOf, textOf, type RecordView } from '#shared/definition/record.ts';
import { modelNameOf } from '#shared/processes/improvement/model-choice.ts';
import { ProfileTable } from './ProfileTable.tsx';
import { useAssessmentModel, useItemSource, useProcessName } from './use-item-source.ts';
import { useResult, type AssessmentResult } from './use-result.ts';
import styles from './result.module.css';

/** What an assessment came to, as it goes to the sponsor. */
export function ResultPage() {
  const { record, isMissing } = useRecord(useAddressPart('id'));
  if (isMissing || (record && record.type !== 'assessment')) {
    return (
      <EmptyState
        title="There is no such assessment"
        text="It is not on this device, or you may not see it."
      />
    );
  }
  if (!record) return null;
  return <Result assessment={record} />;
}

function Result({ assessment }: { readonly assessment: RecordView }) {
  const source = useItemSource(assessment);
  const model = useAssessmentModel(assessment);
  const data = useData();
  const result = useResult(assessment, source);
  const shown = result
    ? [...result.agreed, ...result.findings, ...result.recommendations, ...result.evidence]
    : [];
  const isMarked = usePaper({
    ids: [assessment.id, ...shown.map(({ id }) => id)],
    isComplete: result !== undefined && model.kind !== 'reading',
  });
  return (
    <PrintFrame
      title={textOf(assessment, 'name')}
      name={`Assessment ${assessment.number}`}
      subtitle={`Capability assessment ${assessment.number}`}
      asOf={data.now()}
      landscape
      isWide
      isReady={isMarked}
    >
      {model.kind !== 'ready' && <ModelMissing state={model} />}
      {result && model.kind === 'ready' && <Report assessment={assessment} result={result} />}
    </PrintFrame>
  );
}

function Report({
  assessment,
  result,
}: {
  readonly assessment: RecordView;
  readonly result: AssessmentResult;
}) {
  const { profile, before, findings, recommendations, evidence } = result;
  const nameOf = useProcessName(assessment);
  return (
    <>
      <Facts assessment={assessment} />
      <Text title="Summary" text={textOf(assessment, 'summary')} />
      <Section title="Capability profile">
        <ProfileTable profile={profile} before={before} nameOf={nameOf} />
        <ul className={styles.reasons}>
          {profile.map(({ process, capability, attributes }) => (
            <li key={process}>
              <strong>
                {process} {nameOf(process)}
              </strong>{' '}
              {capability.reason} <span className={styles.rule}>{attributes[0]?.rule}</span>
            </li>
          ))}
        </ul>
      </Section>
      <Swot findings={findings} />
      <Recommendations recommendations={recommendations} />
      <Evidence evidence={evidence} />
      <Text title="Confidence" text={textOf(assessment, 'confidence')} />
      <Signatures assessment={assessment} />
    </>
  );
}

function Facts({ assessment }: { readonly assessment: RecordView }) {
  const { catalogue } = useData();
  const config = useConfig();
  const type = catalogue.type('assessment');
  const people = ['sponsor', 'leadAssessor', 'coordinator'].map((field) => textOf(assessment, field));
  const team = [...listOf(assessment, 'assessors'), ...listOf(assessment, 'participants')];
  const labels = useTitles([...people, ...team, textOf(assessment, 'previous')].filter((id) => id !== ''));
  const name = (field: string) => labels.get(textOf(assessment, field)) ?? '';
  const names = (field: string) =>
    listOf(assessment, field)
      .map((id) => labels.get(id) ?? '…')
      .join('; ');
  const choice = (field: string) => {
    const declared = type?.fields[field];
    if (declared?.kind !== 'choice') return '';
    return declared.choices.find(({ value }) => value === textOf(assessment, field))?.label ?? '';
  };
  const facts: readonly (readonly [string, string])[] = [
    ['Purpose', textOf(assessment, 'purpose')],
    ['Period', [textOf(assessment, 'from'), textOf(assessment, 'until')].filter(Boolean).join(' to ')],
    ['Sponsor', name('sponsor')],
    ['Lead assessor', name('leadAssessor')],
    ['Assessors', names('assessors')],
    ['Local coordinator', name('coordinator')],
    ['Participants', names('participants')],
    ['Reference model', modelNameOf(assessment, config)],
    ['Class', choice('class')],
    ['Method', choice('method')],
    ['Constraints', textOf(assessment, 'constraints')],
    ['Compared with', name('previous')],
  ];
  return (
    <Section title="Assessment">
      <dl className={styles.facts}>
        {facts
          .filter(([, value]) => value !== '')
          .map(([label, value]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
    </Section>
  );
}

function Text({ title, text }: { readonly title: string; readonly text: string }) {
  if (text === '') return null;
  return (
    <Section title={title}>
      <p className={styles.text}>{text}</p>
    </Section>
  );
}

const quarters = [
  ['strength', 'Strengths'],
  ['weakness', 'Weaknesses'],
  ['opportunity', 'Opportunities'],
  ['threat', 'Threats'],
] as const;

function Swot({ findings }: { readonly findings: readonly RecordView[] }) {
  if (findings.length === 0) return null;
  return (
    <Section title="Findings">
      <div className={styles.swot}>
        {quarters.map(([kind, title]) => (
          <section key={kind} aria-label={title}>
            <h3>{title}</h3>
            <ul>
              {findings
                .filter((finding) => textOf(finding, 'kind') === kind)
                .map((finding) => (
                  <li key={finding.id}>
                    <AppLink href={paths.record(finding.id)}>{textOf(finding, 'name')}</AppLink>
                    {textOf(finding, 'process') !== '' && ` (${textOf(finding, 'process')})`}
                  </li>
                ))}
            </ul>
          </section>
        ))}
      </div>
    </Section>
  );
}

function Recommendations({ recommendations }: { readonly recommendations: readonly RecordView[] }) {
  const labels = useTitles(recommendations.map((one) => textOf(one, 'owner')).filter((id) => id !== ''));
  if (recommendations.length === 0) return null;
  return (
    <Section title="Recommendations">
      <DataTable caption="Recommendations">
        <thead>
          <tr>
            {['Recommendation', 'Process', 'Effort', 'Benefit', 'Target', 'Owner', 'State'].map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {recommendations.map((one) => (
            <tr key={one.id}>
              <th scope="row">
                <AppLink href={paths.record(one.id)}>{textOf(one, 'name')}</AppLink>
              </th>
              <td>{textOf(one, 'process')}</td>
              <td>{textOf(one, 'effort')}</td>
              <td>{textOf(one, 'benefit')}</td>
              <td>{textOf(one, 'target')}</td>
              <td>{labels.get(textOf(one, 'owner')) ?? ''}</td>
              <td>{one.state === 'takenUp' ? 'taken up' : 'proposed'}</td>
            </tr>
          ))}
        </tbody>
      </DataTable>
    </Section>
  );
}

function Evidence({ evidence }: { readonly evidence: readonly RecordView[] }) {
  const { catalogue } = useData();
  if (evidence.length === 0) return null;
  const states = catalogue.type('evidence')?.lifecycle.states ?? {};
  return (
    <Section title="Evidence">
      <ul className={styles.reasons}>
        {evidence.map((one) => (
          <li key={one.id}>
            <AppLink href={paths.record(one.id)}>{one.number}</AppLink> {textOf(one, 'name')},{' '}
            {(states[one.state]?.label ?? one.state).toLowerCase()}
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** Lines to sign on, on paper. */
function Signatures({ assessment }: { readonly assessment: RecordView }) {
  const ids = ['leadAssessor', 'sponsor'].map((field) => textOf(assessment, field)).filter((id) => id !== '');
  const labels = useTitles(ids);
  return (
    <div className={styles.signatures}>
      {ids.map((id, index) => (
        <p key={id}>
          {index === 0 ? 'Lead assessor' : 'Sponsor'}: {labels.get(id) ?? '…'}
        </p>
      ))}
    </div>
  );
}
