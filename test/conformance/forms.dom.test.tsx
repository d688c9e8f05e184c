import { cleanup, screen } from '@testing-library/react';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { layOut } from '#renderer/record/form/form-layout.ts';
import { CreatePage } from '#renderer/record/form/CreatePage.tsx';
import { QuickCreateDialog } from '#renderer/record/form/QuickCreateDialog.tsx';
import { draftRecord, initialValues } from '#renderer/record/form/draft-record.ts';
import { FieldsPane } from '#renderer/record/page/FieldsPane.tsx';
import { newRecordWay, offersForm } from '#renderer/record/new-record.ts';
import { showRecord } from '#renderer/record/page/use-record-page.ts';
import type { Actor } from '#shared/definition/permission.ts';
import { allRoles } from '#shared/definition/roles.ts';
import type { RecordType } from '#shared/definition/record-type.ts';
import { catalogue } from '#shared/processes/catalogue.ts';
import { Desk } from '#test/support/desk.ts';
import { showAtDesk } from '#test/support/desk-page.tsx';

let desk: Desk;
let everybody: Actor;

beforeAll(() => {
  desk = Desk.seeded();
  everybody = desk.person('Everybody', ...allRoles);
});
afterEach(cleanup);

/** Names of the fields that the form of a new record shows. */
function shownFields(type: RecordType) {
  const record = draftRecord(
    type,
    initialValues(type, {}, { actor: everybody.id, now: desk.now }),
    everybody.id,
    desk.now,
  );
  return layOut(type, record, (_, field) => field.readOnly !== true).flatMap(({ fields }) => fields);
}

/** The element that a label or a legend names, without the star of required fields. */
function named(label: string): readonly HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>('label, legend')].filter(
    (element) => element.textContent.replace(/\*$/, '').trim() === label,
  );
}

const [byHand, elsewhere] = [
  catalogue.types.filter(({ madeOn }) => !madeOn),
  catalogue.types.filter(({ madeOn }) => madeOn),
];

test.each(elsewhere.map((type) => [type.name, type] as const))(
  'ASM-330 %s has no blank form, and its page says where it is made',
  async (_, type) => {
    await showAtDesk(desk, everybody, () => <CreatePage type={type} />);
    expect(screen.getByText(`${type.plural} are not made on a blank form`)).toBeTruthy();
    expect(screen.queryByText(`Create ${type.label.toLowerCase()}`)).toBeNull();
    expect(offersForm(type, everybody)).toBe(false);
    expect(newRecordWay(type, everybody)).toEqual(type.madeOn?.href ? type.madeOn : undefined);
  },
);

describe.each(byHand.map((type) => [type.name, type] as const))('%s', (_, type) => {
  test('has a form with an editor for every field it shows, in its sections', async () => {
    await showAtDesk(desk, everybody, () => <CreatePage type={type} />);
    const fields = shownFields(type);
    expect(fields.length).toBeGreaterThan(0);
    for (const { field } of fields) expect(named(field.label), field.label).not.toHaveLength(0);
    for (const { name, isRequired, field } of fields) {
      const stars = named(field.label).filter((element) => element.textContent.endsWith('*'));
      expect(stars.length > 0 || field.kind === 'boolean', `${name} is marked as required`).toBe(
        isRequired || field.kind === 'boolean',
      );
    }
    expect(screen.getByText(`Create ${type.label.toLowerCase()}`)).toBeTruthy();
  });

  test('has a quick form with every field that is required at first', async () => {
    await showAtDesk(desk, everybody, () => (
      <QuickCreateDialog type={type} given={{}} isInPlace={false} onClose={() => undefined} />
    ));
    for (const { field, isRequired } of shownFields(type)) {
      if (isRequired) expect(named(field.label), field.label).not.toHaveLength(0);
    }
    for (const name of type.views.quick)
      expect(type.fields[name], `${type.name}: quick field ${name}`).toBeDefined();
  });
});

describe.each(catalogue.types.map((type) => [type.name, type] as const))('%s', (_, type) => {
  test('has a page that shows its fields', async () => {
    const fields = initialValues(
      type,
      { [type.views.title]: 'A title' },
      { actor: everybody.id, now: desk.now },
    );
    const record = desk.view(desk.put(type.name, fields));
    const shown = showRecord(type, record, desk.derived(record.id), everybody);
    await showAtDesk(desk, everybody, () => <FieldsPane shown={shown} />);
    const layout = layOut(
      type,
      record,
      (name, field) => name !== type.views.title && field.readOnly !== true,
    );
    for (const { label } of layout) expect(screen.getByRole('heading', { name: label })).toBeTruthy();
    for (const { field } of layout.flatMap((section) => section.fields)) {
      expect(screen.getAllByText(field.label), field.label).not.toHaveLength(0);
    }
  });
});
