import { useData } from '#renderer/data/data.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Notice } from '#renderer/ui/Notice.tsx';
import type { ImportTemplate } from '#shared/import/template.ts';
import type { Inspection } from '../protocol.ts';
import { useTemplates } from '../templates.ts';
import type { StepProps } from './step-props.ts';
import styles from '../import.module.css';

/** Offers the templates whose columns the file has. */
export function TemplateOffer({
  state,
  actions,
  inspection,
}: StepProps & { readonly inspection: Inspection }) {
  const { catalogue } = useData();
  const { fitting, own, remove } = useTemplates(inspection.headings);
  const use = async (template: ImportTemplate) => {
    const isSame = JSON.stringify(template.file) === JSON.stringify(state.form);
    if (!isSame && Object.keys(template.file).length > 0) await actions.read(template.file);
    actions.edit(template);
  };
  if (fitting.length === 0) return null;
  return (
    <Notice tone="info">
      <p>This file has the columns of a template. It fills in all steps; you can change them.</p>
      {fitting.map((template) => (
        <div key={template.name} className={styles.line}>
          <Button
            variant={state.template?.name === template.name ? 'secondary' : 'primary'}
            size="small"
            aria-pressed={state.template?.name === template.name}
            onClick={() => void use(template)}
          >
            Use “{template.name}”
          </Button>
          <span className={styles.muted}>
            {catalogue.type(template.recordType)?.plural}
            {template.mode === 'eventLog' ? ', several lines each' : ''}
          </span>
          {own.includes(template) && (
            <Button variant="quiet" size="small" onClick={() => remove(template.name)}>
              Forget it
            </Button>
          )}
        </div>
      ))}
    </Notice>
  );
}
