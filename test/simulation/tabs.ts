import type { Tabs } from '../../src/sync/tabs.ts';
import type { VirtualClock } from './clock.ts';
import type { Life } from './device.ts';
import type { Dice } from './random.ts';

/** The browser that a user's tabs share: one of them holds the lock, and what one posts the others hear a little later. */
export type Browser = {
  tabsFor(life: Life): Tabs;
  /** The browser notices that a tab has died. */
  bury(life: Life): void;
};

type Member = {
  readonly life: Life;
  hears: ((message: unknown) => void) | undefined;
  leads: (() => void) | undefined;
  isOpen: boolean;
  /** Messages come in the order in which they were posted. */
  lastHeardMs: number;
};

export function openBrowser(clock: VirtualClock, dice: Dice): Browser {
  const members: Member[] = [];
  let holder: Member | undefined;

  function grant(): void {
    const next = holder ? undefined : members.find(({ isOpen, leads }) => isOpen && leads);
    if (!next) return;
    holder = next;
    clock.later(dice.between(0, 40), () => {
      const run = next.leads;
      next.leads = undefined;
      if (next.isOpen && next.life.isAlive) run?.();
    });
  }

  function leave(member: Member): void {
    member.isOpen = false;
    members.splice(members.indexOf(member), 1);
    if (holder !== member) return;
    holder = undefined;
    grant();
  }

  return {
    tabsFor(life) {
      const own: Member = { life, hears: undefined, leads: undefined, isOpen: true, lastHeardMs: 0 };
      members.push(own);
      return {
        lead(run) {
          own.leads = run;
          grant();
        },
        post(message) {
          if (!life.isAlive || !own.isOpen) return;
          for (const other of members) {
            if (other === own) continue;
            const copy: unknown = structuredClone(message);
            other.lastHeardMs = Math.max(other.lastHeardMs, clock.nowMs() + dice.between(1, 30));
            clock.later(other.lastHeardMs - clock.nowMs(), () => {
              // A channel without a listener keeps nothing for later.
              if (other.isOpen && other.life.isAlive) other.hears?.(copy);
            });
          }
        },
        listen(run) {
          own.hears = run;
        },
        close() {
          if (own.isOpen) leave(own);
        },
      };
    },
    bury(life) {
      const dead = members.find((member) => member.life === life);
      if (dead) leave(dead);
    },
  };
}
