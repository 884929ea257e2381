import { DirectLineProblem, isRefusal, obtainTicket, renewTicket, type Ticket } from './directLineApi.ts';

/** Always has a ticket that is good for a while. */
export interface TicketKeeper {
  /** Renews an old ticket and asks for a new one when there is none. Rejects with `DirectLineProblem`. */
  readonly valid: () => Promise<Ticket>;
  /** The server does not take it any more. */
  readonly discard: (ticket: Ticket) => void;
}

/** One request at a time, however many ask. */
export function ticketKeeper(): TicketKeeper {
  let kept: Ticket | undefined;
  let asking: Promise<Ticket> | undefined;

  async function ask(): Promise<Ticket> {
    const now = Date.now();
    if (kept && now < kept.renewAt) return kept;
    if (kept && now < kept.expiresAt) return renewTicket(kept).catch(refusedThenNew);
    return obtainTicket();
  }

  async function refusedThenNew(problem: unknown): Promise<Ticket> {
    if (problem instanceof DirectLineProblem && isRefusal(problem)) return obtainTicket();
    throw problem;
  }

  return {
    async valid() {
      asking ??= ask().finally(() => {
        asking = undefined;
      });
      kept = await asking;
      return kept;
    },
    discard(ticket) {
      if (kept?.token === ticket.token) kept = undefined;
    },
  };
}
