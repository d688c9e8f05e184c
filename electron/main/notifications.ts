import type { NotificationConstructorOptions } from 'electron';
import type { NoticeClick, NoticeContent } from '#shared/contracts/bridge.ts';

/** The part of Electron's Notification that this needs. */
export interface NativeNotice {
  // One by one: Electron declares these names one by one too.
  readonly on: ((name: 'click', listener: () => void) => unknown) &
    ((name: 'close', listener: () => void) => unknown);
  show(): void;
  close(): void;
}

export interface NotifierParts {
  readonly isSupported: () => boolean;
  readonly create: (options: NotificationConstructorOptions) => NativeNotice;
  readonly onClick: (click: NoticeClick) => void;
}

/** Shows notices; one tag has one notice at a time. */
export class Notifier {
  readonly #parts: NotifierParts;
  /** Also what keeps them from being collected, which would lose their clicks. */
  readonly #shown = new Map<string, NativeNotice>();

  constructor(parts: NotifierParts) {
    this.#parts = parts;
  }

  get isSupported(): boolean {
    return this.#parts.isSupported();
  }

  /** False where the system shows no notices. */
  show({ title, body, tag, link }: NoticeContent): boolean {
    if (!this.isSupported) return false;
    const previous = this.#shown.get(tag);
    const notice = this.#parts.create({ title, body });
    const forget = () => {
      if (this.#shown.get(tag) === notice) this.#shown.delete(tag);
    };
    notice.on('close', forget);
    notice.on('click', () => {
      forget();
      this.#parts.onClick({ tag, link });
    });
    this.#shown.set(tag, notice);
    previous?.close();
    notice.show();
    return true;
  }
}
