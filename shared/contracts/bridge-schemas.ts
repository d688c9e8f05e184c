import { z } from 'zod';
import { credentialSchema } from '../trust/credential.ts';
import type { BridgeArguments, BridgeCall } from './bridge-channels.ts';

const positiveInteger = z.int().min(1);
const count = z.int().min(0);
const bytes = z.instanceof(Uint8Array);

/** A page asks for one batch at a time; more than this in one call is a defect, not work. */
export const maximumJournalRows = 100_000;
export const maximumPageRows = 10_000;

const replica = z.string().min(1).max(64);

/** Characters; a way in has about a thousand. */
const longestKeys = 4 * 1024 * 1024;
const journalRow = z.strictObject({ replica, seq: positiveInteger, bytes });

const journalCursor = z.strictObject({ file: positiveInteger, offset: count });

const secretName = z
  .string()
  .regex(/^[a-z0-9][a-z0-9.-]{0,63}$/, 'must be 1 to 64 of a–z, 0–9, dot and hyphen');

const fileFilters = z
  .array(
    z.strictObject({
      name: z.string().min(1).max(100),
      extensions: z
        .array(z.string().regex(/^([a-z0-9]{1,10}|\*)$/i, 'must be an extension without its dot'))
        .min(1),
    }),
  )
  .max(20);

const printOptions = z.strictObject({
  pageSize: z.enum(['A4', 'Letter']),
  landscape: z.boolean(),
  title: z.string().max(300),
  marking: z.string().max(200),
});

/** One slash only at the start: `//host` would lead away from the application. */
const applicationPath = z
  .string()
  .max(2_000)
  .regex(/^\/(?![/\\])/, 'must be a path inside the application');

const notice = z.strictObject({
  title: z.string().min(1).max(300),
  body: z.string().max(2_000),
  tag: z.string().min(1).max(200),
  link: applicationPath,
});

const hubName = z.string().trim().min(1).max(100);

const hostedHubWish = z.strictObject({
  port: z.int().min(1).max(65_535),
  name: hubName,
  workspace: z.strictObject({
    id: z
      .string()
      .regex(/^[0-9a-z]{26}$/, 'must be the id of a workspace')
      .optional(),
    name: hubName,
    marking: z.string().max(200),
  }),
});

const person = z.string().min(1).max(100);
const key = bytes.refine(({ length }) => length === 32, 'must be 32 bytes');
const dataKey = z.strictObject({ generation: positiveInteger, key });
const ring = z.tuple([dataKey], dataKey);
const seat = z.strictObject({ person, secret: key.optional(), credential: z.string().max(1000) });

/** A challenge or a point. */
const cardBytes = bytes.refine(({ length }) => length > 0 && length <= 1024, 'must be 1 to 1,024 bytes');

const keeperMessage = z.discriminatedUnion('ask', [
  z.strictObject({
    ask: z.literal('put'),
    held: z.strictObject({ ring, seat: seat.optional() }),
  }),
  z.strictObject({ ask: z.enum(['stay', 'take', 'forget']) }),
  z.strictObject({
    ask: z.literal('set-pin'),
    pin: z.strictObject({
      person,
      credential: z.string().min(1).max(1000),
      derivation: credentialSchema.shape.derivation,
      derived: key,
      ring,
      seat,
    }),
  }),
  z.strictObject({ ask: z.literal('open-pin'), person, derived: key }),
  z.strictObject({ ask: z.literal('end-pin'), person }),
]);

/** The arguments of every call, checked in main before anything acts on them. */
export const bridgeSchemas: { readonly [C in BridgeCall]: z.ZodType<BridgeArguments<C>> } = {
  'platform.info': z.tuple([]),
  'journal.append': z.tuple([z.array(journalRow).max(maximumJournalRows)]),
  'journal.replace': z.tuple([z.array(journalRow).max(maximumJournalRows)]),
  'journal.readPage': z.tuple([journalCursor.nullable(), z.int().min(1).max(maximumPageRows).optional()]),
  'journal.readRange': z.tuple([replica, positiveInteger, positiveInteger]),
  'journal.status': z.tuple([]),
  'journal.quarantine': z.tuple([]),
  'journal.keepKeys': z.tuple([z.string().max(longestKeys)]),
  'journal.keptKeys': z.tuple([]),
  'secrets.available': z.tuple([]),
  'secrets.set': z.tuple([secretName, z.string().max(65_536)]),
  'secrets.get': z.tuple([secretName]),
  'secrets.remove': z.tuple([secretName]),
  'files.saveAs': z.tuple([z.string().min(1).max(255), bytes, fileFilters]),
  'files.open': z.tuple([fileFilters]),
  'files.openSeveral': z.tuple([fileFilters]),
  'print.toPdf': z.tuple([printOptions]),
  'print.print': z.tuple([printOptions]),
  'notify.permission': z.tuple([]),
  'notify.requestPermission': z.tuple([]),
  'notify.show': z.tuple([notice]),
  'window.setBadge': z.tuple([z.int().min(0).max(1_000_000)]),
  'window.setTitle': z.tuple([z.string().max(300)]),
  'hub.start': z.tuple([hostedHubWish]),
  'hub.stop': z.tuple([]),
  'hub.status': z.tuple([]),
  'hub.newCode': z.tuple([hubName]),
  'keeper.ask': z.tuple([keeperMessage]),
  'card.chain': z.tuple([]),
  'card.sign': z.tuple([cardBytes]),
  'card.agree': z.tuple([cardBytes]),
};
