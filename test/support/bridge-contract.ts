import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readBridgeError } from '#shared/contracts/bridge-errors.ts';
import type { JournalRow, OpenedFile, OutpostBridge } from '#shared/contracts/bridge.ts';
import { capabilityNames } from '#shared/contracts/bridge.ts';

/** A bridge, and the user and system around it. */
export interface BridgeStage {
  readonly bridge: OutpostBridge;
  /** What the next file dialog ends with. */
  chooseFile(file: OpenedFile | null): void;
  /** What was last saved by the user, read back from where it went. */
  savedFile(): Promise<Uint8Array | undefined>;
  clickNotice(): void;
  /** The user closes the window or leaves the page. */
  leave(): Promise<void>;
  end(): Promise<void>;
}

const paper = { pageSize: 'A4', landscape: false, title: 'Shift handover', marking: 'CUI' } as const;
const csv = [{ name: 'Comma-separated values', extensions: ['csv'] }];
const notice = { title: 'Breach', body: 'INC-1 is late', tag: 'inc-1', link: '/incident/1' };

function row(seq: number): JournalRow {
  return { replica: 'replica-a', seq, bytes: Uint8Array.of(seq, 0, 255) };
}

async function codeOf(work: Promise<unknown>): Promise<string | undefined> {
  return work.then(
    () => undefined,
    (error: unknown) => readBridgeError(error)?.code,
  );
}

/** What every implementation of the contract has to do; what a shell lacks, it has to refuse by name. */
export function testBridgeContract(name: string, set: () => Promise<BridgeStage>): void {
  describe(`contract: ${name}`, () => {
    let stage: BridgeStage;
    let bridge: OutpostBridge;
    const has = async (capability: (typeof capabilityNames)[number]) =>
      (await bridge.platform.info()).capabilities[capability].available;

    beforeEach(async () => {
      stage = await set();
      bridge = stage.bridge;
    });
    afterEach(() => stage.end());

    test('tells its shell, and for every missing part one sentence why', async () => {
      const info = await bridge.platform.info();
      expect(info.shell).toBe(bridge.platform.shell);
      expect(info.version).not.toBe('');
      expect(Object.keys(info.capabilities).sort()).toEqual([...capabilityNames].sort());
      for (const capability of Object.values(info.capabilities)) {
        if (!capability.available) expect(capability.reason).toMatch(/^[A-Z].{20,}\.$/);
      }
    });

    test('journal: appends and reads back, or refuses and says so', async () => {
      const status = await bridge.journal.status();
      if (!(await has('journal'))) {
        expect(status).toMatchObject({ state: 'unavailable' });
        expect(await codeOf(bridge.journal.append([row(1)]))).toBe('OUT-SHL-001');
        expect(await bridge.journal.quarantine()).toEqual([]);
        expect(await codeOf(bridge.journal.keepKeys('keys'))).toBe('OUT-SHL-001');
        expect(await bridge.journal.keptKeys()).toBeNull();
        return;
      }
      expect(await bridge.journal.keptKeys()).toBeNull();
      await bridge.journal.keepKeys('first');
      await bridge.journal.keepKeys('second');
      expect(await bridge.journal.keptKeys()).toBe('second');
      await bridge.journal.append([row(1), row(2)]);
      await Promise.all([bridge.journal.append([row(3)]), bridge.journal.append([row(4)])]);
      const first = await bridge.journal.readPage(null, 3);
      expect(first.rows).toEqual([row(1), row(2), row(3)]);
      expect(await bridge.journal.readPage(first.next)).toEqual({ rows: [row(4)], next: null });
      expect(await bridge.journal.readRange('replica-a', 2, 3)).toEqual({
        rows: [row(2), row(3)],
        next: null,
      });
      expect(await bridge.journal.status()).toMatchObject({
        state: 'open',
        rows: 4,
        replicas: [{ replica: 'replica-a', seq: 4, ranges: [{ from: 1, to: 4 }] }],
        damage: [],
      });
    });

    test('secrets: kept, or refused', async () => {
      expect(await bridge.secrets.available()).toBe(await has('secrets'));
      if (!(await has('secrets'))) {
        expect(await codeOf(bridge.secrets.set('replica.key', 'x'))).toMatch(/^OUT-SHL-00[14]$/);
        return;
      }
      expect(await bridge.secrets.get('replica.key')).toBeNull();
      await bridge.secrets.set('replica.key', 'hunter2 ✓');
      expect(await bridge.secrets.get('replica.key')).toBe('hunter2 ✓');
      await bridge.secrets.remove('replica.key');
      expect(await bridge.secrets.get('replica.key')).toBeNull();
    });

    test('files: saved bytes are the bytes given, opened ones those of the file', async () => {
      const bytes = Uint8Array.from({ length: 1_000 }, (_, index) => index % 256);
      stage.chooseFile({ name: 'list.csv', bytes: new Uint8Array() });
      expect(await bridge.files.saveAs('list.csv', bytes.subarray(10, 900), csv)).toBe('list.csv');
      expect(await stage.savedFile()).toEqual(bytes.slice(10, 900));
      stage.chooseFile({ name: 'import.csv', bytes });
      expect(await bridge.files.open(csv)).toEqual({ name: 'import.csv', bytes });
      expect(await bridge.files.openSeveral(csv)).toEqual([{ name: 'import.csv', bytes }]);
      stage.chooseFile(null);
      expect(await bridge.files.open(csv)).toBeNull();
      expect(await bridge.files.openSeveral(csv)).toEqual([]);
    });

    test('print: a PDF where there is one, and the dialog', async () => {
      if (await has('pdf')) {
        const pdf = await bridge.print.toPdf(paper);
        expect(new TextDecoder().decode(pdf.subarray(0, 5))).toBe('%PDF-');
      } else {
        expect(await codeOf(bridge.print.toPdf(paper))).toBe('OUT-SHL-001');
      }
      expect(await bridge.print.print(paper)).toBe(true);
    });

    test('notices: shown when permitted, and a click leads to their record until nobody listens', async () => {
      expect(await bridge.notify.requestPermission()).toBe('granted');
      expect(await bridge.notify.permission()).toBe('granted');
      const clicks: unknown[] = [];
      const stop = bridge.notify.onClick((click) => clicks.push(click));
      expect(await bridge.notify.show(notice)).toBe(true);
      stage.clickNotice();
      expect(clicks).toEqual([{ tag: 'inc-1', link: '/incident/1' }]);
      stop();
      await bridge.notify.show(notice);
      stage.clickNotice();
      expect(clicks).toHaveLength(1);
    });

    test('card: read, or refused', async () => {
      if (await has('smartCard')) {
        const [own = new Uint8Array()] = await bridge.card.chain();
        expect(own[0]).toBe(0x30);
        expect((await bridge.card.sign(Uint8Array.of(1))).signature.length).toBeGreaterThan(60);
        expect(await bridge.card.agree(Uint8Array.of(4))).toBeNull();
        return;
      }
      expect(await codeOf(bridge.card.chain())).toBe('OUT-SHL-001');
      expect(await codeOf(bridge.card.sign(Uint8Array.of(1)))).toBe('OUT-SHL-001');
      expect(await codeOf(bridge.card.agree(Uint8Array.of(4)))).toBe('OUT-SHL-001');
    });

    test('keeper: what is put can be taken until it is forgotten, or nothing is held', async () => {
      const ring = [{ generation: 1, key: new Uint8Array(32) }] as const;
      const seat = { person: 'maria', secret: new Uint8Array(32), credential: 'public' };
      await bridge.keeper.ask({ ask: 'put', held: { ring: [...ring], seat } });
      const { held } = await bridge.keeper.ask({ ask: 'take' });
      if (bridge.platform.shell === 'electron') expect(held).toEqual({ ring, seat });
      else expect(held).toBeNull();
      await bridge.keeper.ask({ ask: 'forget' });
      expect(await bridge.keeper.ask({ ask: 'take' })).toEqual({ held: null, pins: [] });
    });

    test('window: takes a badge and a title; listeners can be taken off again', async () => {
      await bridge.window.setBadge(3);
      await bridge.window.setBadge(0);
      await bridge.window.setTitle('Incidents');
      bridge.window.onOpenPath(() => undefined)();
      bridge.menu.onCommand(() => undefined)();
    });

    test('hub: starts, gives codes, tells how it stands and stops, or refuses and says so', async () => {
      const wish = { port: 4791, name: 'Desk hub', workspace: { name: 'Unit', marking: 'CUI' } };
      expect(await bridge.hub.status()).toMatchObject({ state: 'off', addresses: [] });
      if (!(await has('hostHub'))) {
        expect(await codeOf(bridge.hub.start(wish))).toBe('OUT-SHL-001');
        expect(await codeOf(bridge.hub.newCode('Second laptop'))).toBe('OUT-SHL-001');
        expect(await bridge.hub.stop()).toMatchObject({ state: 'off' });
        return;
      }
      const told: string[] = [];
      const unsubscribe = bridge.hub.onStatus(({ state }) => told.push(state));
      expect(await codeOf(bridge.hub.newCode('Second laptop'))).toBe('OUT-SHL-011');
      const running = { state: 'running', port: 4791, name: 'Desk hub' };
      expect(await bridge.hub.start(wish)).toMatchObject(running);
      expect(await bridge.hub.status()).toMatchObject(running);
      expect((await bridge.hub.newCode('Second laptop')).code).not.toBe('');
      expect(await bridge.hub.stop()).toMatchObject({ state: 'off', port: 4791 });
      expect(told).toContain('running');
      unsubscribe();
    });

    test('lifecycle: every flush runs when the user leaves, also after one that fails', async () => {
      const ran: string[] = [];
      bridge.lifecycle.onBeforeClose(() => Promise.reject(new Error('no')));
      bridge.lifecycle.onBeforeClose(async () => void ran.push('kept'));
      bridge.lifecycle.onBeforeClose(async () => void ran.push('taken off'))();
      await stage.leave();
      expect(new Set(ran)).toEqual(new Set(['kept']));
    });
  });
}
