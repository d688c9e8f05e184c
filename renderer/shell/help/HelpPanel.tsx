import CloseIcon from '@mui/icons-material/Close';
import { useLocation } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useData, useRecord } from '#renderer/data/data.ts';
import { AppLink } from '#renderer/ui/AppLink.tsx';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import { StateChip } from '#renderer/ui/StateChip.tsx';
import type { ProcessDefinition } from '#shared/definition/process.ts';
import type { RecordType } from '#shared/definition/record-type.ts';
import { closeHelp, openOverlay } from '../shell-store.ts';
import { helpTopic, recordOfPath } from './help-topic.ts';
import { workbenchHelp } from './workbench-help.ts';
import styles from './Help.module.css';

function TypeHelp({ type, state }: { readonly type: RecordType; readonly state: string | undefined }) {
  const current = state === undefined ? undefined : type.lifecycle.states[state];
  return (
    <Section title={type.label} level={3}>
      <p>{type.help}</p>
      {current && (
        <p className={styles.now}>
          This one is <StateChip stateClass={current.class} label={current.label} /> {current.help}
        </p>
      )}
      <dl className={styles.states}>
        {Object.entries(type.lifecycle.states).map(([name, { label, class: stateClass, help }]) => (
          <div key={name}>
            <dt>
              <StateChip stateClass={stateClass} label={label} />
            </dt>
            <dd>{help}</dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}

function ProcessHelp({ process }: { readonly process: ProcessDefinition }) {
  return (
    <>
      <Section title={process.name} level={3}>
        <p>{process.purpose}</p>
      </Section>
      <Section title="Activities" level={3}>
        <ol className={styles.activities}>
          {process.activities.map(({ code, name, help }) => (
            <li key={code}>
              <strong>
                {code} {name}
              </strong>
              <div className={styles.muted}>{help}</div>
            </li>
          ))}
        </ol>
      </Section>
      <p>
        <AppLink href={`/process/${process.code}`}>
          Roles, fields, actions and figures of {process.name}
        </AppLink>
      </p>
    </>
  );
}

/** Help on the page at hand, from the declarations. Beside the page, so that both can be used. */
export function HelpPanel() {
  const { catalogue } = useData();
  const path = useLocation({ select: (location) => location.pathname });
  const { record } = useRecord(recordOfPath(path));
  const { process, type } = helpTopic(path, catalogue, record?.type);
  const page = workbenchHelp(path);
  const head = useRef<HTMLHeadingElement>(null);
  useEffect(() => head.current?.focus(), []);
  return (
    <aside
      className={styles.panel}
      aria-label="Help"
      onKeyDown={(event) => {
        if (event.key === 'Escape') closeHelp();
      }}
    >
      <div className={styles.head}>
        <h2 ref={head} tabIndex={-1} className={styles.title}>
          Help
        </h2>
        <IconButton label="Close help" shortcut="Esc" onClick={closeHelp}>
          <CloseIcon />
        </IconButton>
      </div>
      <div className={styles.content}>
        {page && (
          <Section title={page.title} level={3}>
            {page.paragraphs.map((text) => (
              <p key={text}>{text}</p>
            ))}
          </Section>
        )}
        {type && <TypeHelp type={type} state={record?.state} />}
        {process && <ProcessHelp process={process} />}
        <p className={styles.foot}>
          <AppLink href="/help">All processes and record types</AppLink>
          <button type="button" className={styles.link} onClick={() => openOverlay('keys')}>
            Keyboard shortcuts
          </button>
        </p>
      </div>
    </aside>
  );
}
