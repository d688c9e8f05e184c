import type { Problem } from '../kernel/errors.ts';
import type { HostedHubStatus, MenuCommand, NoticeClick, OutpostBridge } from './bridge.ts';

/** `journal.append` and so on: every method of the contract that answers with a promise, and nothing else. */
export type BridgeCall = {
  [N in keyof OutpostBridge]: {
    [M in keyof OutpostBridge[N]]: OutpostBridge[N][M] extends (...args: never[]) => Promise<unknown>
      ? `${N}.${M & string}`
      : never;
  }[keyof OutpostBridge[N]];
}[keyof OutpostBridge];

type Method<C extends BridgeCall> = C extends `${infer N extends keyof OutpostBridge}.${infer M}`
  ? M extends keyof OutpostBridge[N]
    ? OutpostBridge[N][M]
    : never
  : never;

export type BridgeArguments<C extends BridgeCall> =
  Method<C> extends (...args: infer A) => unknown ? A : never;

export type BridgeResult<C extends BridgeCall> =
  Method<C> extends (...args: never[]) => Promise<infer R> ? R : never;

/** How a call's outcome travels: Electron's own rejections keep neither code nor a clean message. */
export type BridgeReply<C extends BridgeCall> =
  { readonly ok: true; readonly value: BridgeResult<C> } | { readonly ok: false; readonly problem: Problem };

/** What main sends unasked, and its payload. */
export interface BridgeEvents {
  readonly noticeClicked: NoticeClick;
  readonly menuCommand: MenuCommand;
  readonly openPath: string;
  readonly hubStatus: HostedHubStatus;
  /** Answered on `flushedChannel` with the same number. */
  readonly beforeClose: number;
}

/** The channel a call travels on. The only place, with the two below, where channel names are made. */
export function callChannel(call: BridgeCall): string {
  return `outpost:call:${call}`;
}

export function eventChannel(event: keyof BridgeEvents): string {
  return `outpost:event:${event}`;
}

/** The page's answer to `beforeClose`. */
export const flushedChannel = 'outpost:flushed';
