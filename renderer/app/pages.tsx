import { createElement, lazy, Suspense, type ReactNode } from 'react';
import { useData } from '#renderer/data/data.ts';
import { useAddressSearch } from '#renderer/record/navigation.ts';
import { useAddressPart } from '#renderer/session/address.ts';
import { NotFoundPage } from '#renderer/shell/pages/NotFoundPage.tsx';
import type { RecordType } from '#shared/definition/record-type.ts';
import type { FieldValues } from '#shared/definition/values.ts';

type Page<Props = object> = (props: Props) => ReactNode;

/** A page in a chunk of its own, loaded when it is first shown. */
function page<Props extends object>(load: () => Promise<Page<Props>>): Page<Props> {
  const Loaded = lazy<Page<Props>>(async () => ({ default: await load() }));
  return (props) => <Suspense>{createElement<Props>(Loaded, props)}</Suspense>;
}

const DeskPage = page(async () => (await import('#renderer/processes/desk/DeskPage.tsx')).DeskPage);
const HandoverPage = page(
  async () => (await import('#renderer/processes/handover/HandoverPage.tsx')).HandoverPage,
);
const SearchPage = page(async () => (await import('#renderer/shell/search/SearchPage.tsx')).SearchPage);
const ProcessPage = page(async () => (await import('#renderer/shell/pages/ProcessPage.tsx')).ProcessPage);
const ImportPage = page(async () => (await import('#renderer/import/ImportPage.tsx')).ImportPage);
const SyncPage = page(async () => (await import('#renderer/sync/SyncPage.tsx')).SyncPage);
const ConflictsPage = page(
  async () => (await import('#renderer/sync/conflicts/ConflictsPage.tsx')).ConflictsPage,
);
const HelpPage = page(async () => (await import('#renderer/shell/pages/HelpPage.tsx')).HelpPage);
const SettingsPage = page(async () => (await import('#renderer/shell/pages/SettingsPage.tsx')).SettingsPage);
const AccountsPage = page(async () => (await import('#renderer/access/AccountsPage.tsx')).AccountsPage);
const AuditPage = page(async () => (await import('#renderer/audit/AuditPage.tsx')).AuditPage);
const RolesPage = page(async () => (await import('#renderer/access/roles/RolesPage.tsx')).RolesPage);
const PermissionsPage = page(
  async () => (await import('#renderer/access/roles/PermissionsPage.tsx')).PermissionsPage,
);
const ListPage = page<{ readonly type: RecordType }>(async () => {
  const [{ ListPage: Page }, { withSlots }] = await Promise.all([
    import('#renderer/record/list/ListPage.tsx'),
    import('./slots.tsx'),
  ]);
  return withSlots(Page);
});
const RecordPage = page<{ readonly id: string }>(async () => {
  const [{ RecordPage: Page }, { withSlots }] = await Promise.all([
    import('#renderer/record/page/RecordPage.tsx'),
    import('./slots.tsx'),
  ]);
  return withSlots(Page);
});
const CataloguePage = page(
  async () => (await import('#renderer/processes/request/CataloguePage.tsx')).CataloguePage,
);
const WorkbookPage = page(
  async () => (await import('#renderer/processes/assessment/WorkbookPage.tsx')).WorkbookPage,
);
const ResultPage = page(
  async () => (await import('#renderer/processes/assessment/ResultPage.tsx')).ResultPage,
);
const ComparePage = page(
  async () => (await import('#renderer/processes/assessment/compare/ComparePage.tsx')).ComparePage,
);
const ConformancePage = page(
  async () => (await import('#renderer/processes/conformance/RegisterPage.tsx')).RegisterPage,
);
const PhaseTablePage = page(
  async () => (await import('#renderer/processes/conformance/TableHelp.tsx')).PhaseTablePage,
);
const ConformanceReportPage = page(
  async () => (await import('#renderer/processes/conformance/ReportPage.tsx')).ReportPage,
);
const ConformancePlanPage = page(
  async () => (await import('#renderer/processes/conformance/PlanPage.tsx')).PlanPage,
);
const PlanPage = page(
  async () => (await import('#renderer/processes/assessment/plan/PlanPage.tsx')).PlanPage,
);
const EvidencePage = page(
  async () => (await import('#renderer/processes/assessment/evidence/EvidencePage.tsx')).EvidencePage,
);
const InterviewPage = page(
  async () => (await import('#renderer/processes/assessment/interview/InterviewPage.tsx')).InterviewPage,
);
const PrintPartPage = page(
  async () => (await import('#renderer/processes/assessment/print/PrintPartPage.tsx')).PrintPartPage,
);
const LetterPage = page(
  async () => (await import('#renderer/processes/assessment/print/LetterPage.tsx')).LetterPage,
);
const PrintInterviewPage = page(
  async () =>
    (await import('#renderer/processes/assessment/print/PrintInterviewPage.tsx')).PrintInterviewPage,
);
const ReportPage = page(
  async () => (await import('#renderer/processes/assessment/report/ReportPage.tsx')).ReportPage,
);
const TakeInPage = page(
  async () => (await import('#renderer/processes/assessment/report/TakeInPage.tsx')).TakeInPage,
);
const KeptResultPage = page(
  async () => (await import('#renderer/processes/assessment/report/KeptResultPage.tsx')).KeptResultPage,
);
const BoardPage = page(async () => (await import('#renderer/record/board/BoardPage.tsx')).BoardPage);
const PrintListPage = page(
  async () => (await import('#renderer/record/print/PrintListPage.tsx')).PrintListPage,
);
const PrintRecordPage = page(
  async () => (await import('#renderer/record/print/PrintRecordPage.tsx')).PrintRecordPage,
);
const LibraryPage = page(async () => (await import('#renderer/library/LibraryPage.tsx')).LibraryPage);
const IndicatorsPage = page(
  async () => (await import('#renderer/library/IndicatorsPage.tsx')).IndicatorsPage,
);
const ModelsPage = page(async () => (await import('#renderer/library/models/ModelsPage.tsx')).ModelsPage);
const PartPage = page(async () => (await import('#renderer/library/PartPage.tsx')).PartPage);
const PrintGuidePage = page(
  async () => (await import('#renderer/library/PrintGuidePage.tsx')).PrintGuidePage,
);
const CreatePage = page(async () => (await import('#renderer/record/form/CreatePage.tsx')).CreatePage);

/** A page about the record type that the address names. */
function ofType(TypedPage: Page<{ readonly type: RecordType }>): Page {
  return function TypePage() {
    const name = useAddressPart('type');
    const type = useData().catalogue.type(name ?? '');
    return type ? <TypedPage key={type.name} type={type} /> : <NotFoundPage />;
  };
}

/** The form of a new record, with the values that the address gives. */
function NewRecordPage({ type }: { readonly type: RecordType }) {
  const { given } = useAddressSearch();
  return <CreatePage type={type} given={isFieldValues(given) ? given : undefined} />;
}

/** Only what people could have typed: the engine checks it again. */
function isFieldValues(value: unknown): value is FieldValues {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A page about the record that the address names. */
function ofRecord(RecordPage: Page<{ readonly id: string }>): Page {
  return function RecordRoute() {
    const id = useAddressPart('id');
    return id ? <RecordPage key={id} id={id} /> : <NotFoundPage />;
  };
}

/** Every address of the workbench and what stands there. */
export const pages: readonly { readonly path: string; readonly component: Page }[] = [
  { path: '/', component: DeskPage },
  { path: '/handover', component: HandoverPage },
  { path: '/catalogue', component: CataloguePage },
  { path: '/search', component: SearchPage },
  { path: '/process/$code', component: ProcessPage },
  { path: '/import', component: ImportPage },
  { path: '/sync', component: SyncPage },
  { path: '/conflicts', component: ConflictsPage },
  { path: '/help', component: HelpPage },
  { path: '/settings', component: SettingsPage },
  { path: '/accounts', component: AccountsPage },
  { path: '/audit', component: AuditPage },
  { path: '/roles', component: RolesPage },
  { path: '/permissions', component: PermissionsPage },
  { path: '/library', component: LibraryPage },
  { path: '/library/indicators', component: IndicatorsPage },
  { path: '/library/models', component: ModelsPage },
  { path: '/library/$kind/$code', component: PartPage },
  { path: '/print/guide/$code', component: PrintGuidePage },
  { path: '/assessment/$id', component: WorkbookPage },
  { path: '/assessment/$id/result', component: ResultPage },
  { path: '/assessments/compare', component: ComparePage },
  { path: '/conformance', component: ConformancePage },
  { path: '/conformance/table', component: PhaseTablePage },
  { path: '/conformance/report', component: ConformanceReportPage },
  { path: '/conformance/plan/$id', component: ConformancePlanPage },
  { path: '/assessment/$id/plan', component: PlanPage },
  { path: '/assessment/$id/evidence', component: EvidencePage },
  { path: '/assessment/$id/interview/$session', component: InterviewPage },
  { path: '/print/assessment/$id/$part', component: PrintPartPage },
  { path: '/print/assessment/$id/letter/$person', component: LetterPage },
  { path: '/print/assessment/$id/interview/$session', component: PrintInterviewPage },
  { path: '/assessment/$id/report', component: ReportPage },
  { path: '/assessment/take-in', component: TakeInPage },
  { path: '/assessment/kept/$id', component: KeptResultPage },
  { path: '/list/$type', component: ofType(ListPage) },
  { path: '/board/$type', component: ofType(BoardPage) },
  { path: '/print/list/$type', component: ofType(PrintListPage) },
  { path: '/print/record/$id', component: ofRecord(PrintRecordPage) },
  { path: '/new/$type', component: ofType(NewRecordPage) },
  { path: '/record/$id', component: ofRecord(RecordPage) },
];
