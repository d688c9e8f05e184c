import { formatAbsolute } from '#renderer/ui/time/format-time.ts';
import { useZone } from '#renderer/ui/time/zone.tsx';
import type { AssessmentReport } from '#shared/assessment/report/report.ts';
import { Facts } from './Facts.tsx';
import { periodText } from './labels.ts';
import { SignedState } from './SignedState.tsx';
import type { SignedReport } from './signed-report.ts';
import styles from './report.module.css';

/** The title page: which assessment of whom, for whom, how it is marked and whether it is signed. */
export function CoverSection({ signed }: { readonly signed: SignedReport }) {
  const zone = useZone();
  const { cover, team, scope } = signed.report;
  return (
    <section aria-label="Title page" className={styles.cover}>
      <p className={styles.coverTitle}>{cover.title}</p>
      <Facts
        facts={[
          { label: 'Capability assessment', value: cover.number },
          { label: 'Unit', value: cover.unit },
          { label: 'Marking', value: cover.marking },
          { label: 'Period', value: periodText(cover.from, cover.until) },
          { label: 'Sponsor', value: team.sponsor?.name },
          { label: 'Lead assessor', value: team.lead?.name },
          {
            label: 'Closed with this report',
            value:
              cover.reportedAt === null ? 'not yet: this is a draft' : formatAbsolute(cover.reportedAt, zone),
          },
          { label: 'Scope', value: scopeWords(scope), isWide: true },
        ]}
      />
      <SignedState signatures={signed.signatures} />
    </section>
  );
}

function scopeWords(scope: AssessmentReport['scope']): string {
  const names = scope.map(({ process, name }) => (name === '' ? process : `${name} (${process})`));
  return [...new Set(names)].join(', ');
}
