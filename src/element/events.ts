import type { Outlook } from '../evidence/outlook.js';
import type { Issue } from '../schema/issue.js';

const options = { bubbles: true, composed: true } as const;

/** The outlook changed: once per update whose outlook differs by value, the first included. */
export class OutlookChangeEvent extends Event {
  static readonly eventName = 'outlook-change';
  constructor(readonly outlook: Outlook) {
    super(OutlookChangeEvent.eventName, options);
  }
}

/** An attribute or property has a value that is not understood; nothing that depends on it is shown. */
export class InputErrorEvent extends Event {
  static readonly eventName = 'input-error';
  constructor(
    readonly attribute: string,
    readonly value: string,
    readonly allowed: readonly string[],
  ) {
    super(InputErrorEvent.eventName, options);
  }
}

/** Evidence given by the host could not be read, in whole or in part. */
export class EvidenceErrorEvent extends Event {
  static readonly eventName = 'evidence-error';
  constructor(readonly issues: readonly Issue[]) {
    super(EvidenceErrorEvent.eventName, options);
  }
}

declare global {
  interface HTMLElementEventMap {
    'outlook-change': OutlookChangeEvent;
    'input-error': InputErrorEvent;
    'evidence-error': EvidenceErrorEvent;
  }
}
