import { useCallback, useEffect, useMemo, useReducer, useRef } from 'react';
import { useData } from '#renderer/data/data.ts';
import { asLongWork } from '#renderer/session/long-work.ts';
import { announce } from '#renderer/session/toasts.ts';
import { draftTemplate } from '#shared/import/auto-map.ts';
import { withNamedStates } from '#shared/import/edit-template.ts';
import type { FileForm, ImportTemplate } from '#shared/import/template.ts';
import { problem, type Problem } from '#shared/kernel/errors.ts';
import { findIn } from './find-records.ts';
import { ImportClient, type ImportCall } from './import-client.ts';
import { emptyImport, reduce, type ImportState, type Step } from './import-state.ts';
import type { ImportAnswers, ImportRequest, Progress } from './protocol.ts';
import { Refusal } from './refusal.ts';

export interface ImportActions {
  readonly choose: (file: File, recordType: string) => Promise<void>;
  readonly read: (form: FileForm) => Promise<void>;
  readonly setType: (recordType: string) => void;
  readonly edit: (template: ImportTemplate) => void;
  readonly go: (step: Step) => void;
  readonly survey: () => Promise<void>;
  readonly check: () => Promise<void>;
  readonly write: () => Promise<void>;
  readonly cancel: () => void;
  readonly restart: () => void;
}

type Ask = <Kind extends ImportRequest['kind']>(
  label: string,
  request: Extract<ImportRequest, { kind: Kind }>,
) => Promise<ImportAnswers[Kind] | undefined>;

/** The wizard without its looks: one file, one worker, one step after the other. */
export function useImport(): { readonly state: ImportState; readonly actions: ImportActions } {
  const data = useData();
  const [state, dispatch] = useReducer(reduce, emptyImport);
  const client = useRef<ImportClient>(undefined);
  const running = useRef<ImportCall<unknown>>(undefined);
  const { template, inspection } = state;

  useEffect(() => () => client.current?.close(), []);

  const ask = useCallback<Ask>(async (label, request) => {
    const call = client.current?.ask(request, (progress: Progress) =>
      dispatch({ kind: 'progress', progress }),
    );
    if (!call) return undefined;
    running.current = call;
    dispatch({ kind: 'begin', label, canCancel: request.kind !== 'open' && request.kind !== 'inspect' });
    try {
      return await asLongWork(call.answer);
    } catch (error) {
      dispatch({ kind: 'failed', problems: problemsOf(error) });
      return undefined;
    } finally {
      dispatch({ kind: 'end' });
    }
  }, []);

  const read = useCallback(
    async (form: FileForm) => {
      dispatch({ kind: 'reading', form });
      const found = await ask('Reading the file', { kind: 'inspect', form });
      if (found) dispatch({ kind: 'inspected', inspection: found, form });
    },
    [ask],
  );

  const choose = useCallback(
    async (file: File, recordType: string) => {
      const { actor } = data;
      client.current?.close();
      dispatch({ kind: 'chosen', file: file.name });
      if (!actor) {
        dispatch({ kind: 'failed', problems: [problem('OUT-PER-003', { action: 'import a file' })] });
        return;
      }
      client.current = new ImportClient(startWorker(), findIn(data));
      await ask('Opening the file', {
        kind: 'open',
        file,
        database: data.databaseName,
        ring: data.ring,
        actor,
      });
      const found = await ask('Reading the file', { kind: 'inspect', form: {} });
      const type = data.catalogue.type(recordType);
      if (!found || !type) return;
      const samples = found.samples.map(({ cells }) => cells);
      const draft = draftTemplate(type, data.catalogue, { ...found, name: file.name, samples }, data.zone);
      dispatch({ kind: 'inspected', inspection: found, form: {} });
      dispatch({ kind: 'template', template: draft });
    },
    [ask, data],
  );

  const setType = useCallback(
    (recordType: string) => {
      const type = data.catalogue.type(recordType);
      if (!type || !inspection) return;
      const samples = inspection.samples.map(({ cells }) => cells);
      const file = { ...inspection, name: inspection.file, samples };
      dispatch({ kind: 'template', template: draftTemplate(type, data.catalogue, file, data.zone) });
    },
    [data, inspection],
  );

  const survey = useCallback(async () => {
    if (!template) return;
    const found = await ask('Looking over all lines', { kind: 'survey', template });
    if (!found) return;
    dispatch({ kind: 'surveyed', survey: found });
    const type = data.catalogue.type(template.recordType);
    const states = found.values[template.events?.state.column ?? '']?.map(({ value }) => value) ?? [];
    if (type && states.length > 0)
      dispatch({ kind: 'template', template: withNamedStates(template, type, states) });
  }, [ask, data, template]);

  const check = useCallback(async () => {
    if (!template) return;
    const checked = await ask('Checking every line', { kind: 'dryRun', template });
    if (!checked) return;
    dispatch({ kind: 'checked', checked });
    announce(
      checked.tally.problemCount > 0
        ? 'Checked: some lines are refused.'
        : 'Checked: every line can be imported.',
    );
  }, [ask, template]);

  const write = useCallback(async () => {
    if (!template) return;
    // The worker writes past the door that says so.
    await data.vouch();
    const done = await ask('Importing', { kind: 'commit', template });
    if (!done) return;
    data.announce(done.n);
    dispatch({ kind: 'written', done });
    announce('The import is complete.');
  }, [ask, data, template]);

  const actions = useMemo<ImportActions>(
    () => ({
      choose,
      read,
      setType,
      survey,
      check,
      write,
      edit: (next) => dispatch({ kind: 'template', template: next }),
      go: (step) => dispatch({ kind: 'go', step }),
      cancel: () => running.current?.cancel(),
      restart: () => {
        client.current?.close();
        client.current = undefined;
        dispatch({ kind: 'restart' });
      },
    }),
    [choose, read, setType, survey, check, write],
  );
  return { state, actions };
}

function startWorker(): Worker {
  return new Worker(new URL('./import.worker.ts', import.meta.url), { type: 'module' });
}

function problemsOf(error: unknown): readonly Problem[] {
  if (error instanceof Refusal) return error.problems;
  const fault = error instanceof Error ? error.message : String(error);
  return [problem('OUT-APP-001', { place: 'the import', fault })];
}
