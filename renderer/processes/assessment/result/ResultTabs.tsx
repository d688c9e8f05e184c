import { useAddressSearch, useNavigation } from '#renderer/record/navigation.ts';
import { TabPanel, Tabs } from '#renderer/ui/Tabs.tsx';
import type { RecordView } from '#shared/definition/record.ts';
import { UnitComparison } from '../compare/UnitComparison.tsx';
import { assessmentPaths, resultViews, type ResultView } from '../places.ts';
import type { AssessmentResult } from '../use-result.ts';
import { GapList } from './GapList.tsx';
import { HeatMap } from './HeatMap.tsx';
import { Profile } from './Profile.tsx';
import { Swot } from './Swot.tsx';
import { useCanAdd } from './use-can-add.ts';
import styles from './result.module.css';

interface ResultTabsProps {
  readonly assessment: RecordView;
  readonly result: AssessmentResult;
}

const labels: Readonly<Record<ResultView, string>> = {
  profile: 'Profile',
  gap: 'Gap to target',
  heat: 'Heat map',
  swot: 'SWOT',
  comparison: 'Comparison',
};

/** The views of a result; which one is shown stands in the address. */
export function ResultTabs({ assessment, result }: ResultTabsProps) {
  const { id } = assessment;
  const canAdd = useCanAdd(assessment);
  const { go } = useNavigation();
  const { view } = useAddressSearch();
  const current = resultViews.find((one) => one === view) ?? 'profile';
  const counts: Readonly<Partial<Record<ResultView, number>>> = {
    gap: result.profile.filter(({ gap }) => gap > 0).length,
    swot: result.findings.length,
  };
  return (
    <>
      <Tabs
        label="Views of the result"
        value={current}
        onChange={(next) => go(assessmentPaths.result(id, next), { replace: true })}
        items={resultViews.map((value) => ({ value, label: labels[value], count: counts[value] }))}
      />
      <div className={styles.page}>
        <TabPanel value="profile" current={current}>
          <Profile assessment={id} result={result} />
        </TabPanel>
        <TabPanel value="gap" current={current}>
          <GapList assessment={id} result={result} />
        </TabPanel>
        <TabPanel value="heat" current={current}>
          <HeatMap assessment={id} profile={result.profile} />
        </TabPanel>
        <TabPanel value="swot" current={current}>
          <Swot assessment={id} findings={result.findings} canAdd={canAdd} />
        </TabPanel>
        <TabPanel value="comparison" current={current}>
          <UnitComparison assessment={assessment} />
        </TabPanel>
      </div>
    </>
  );
}
