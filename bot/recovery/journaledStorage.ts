import type { Storage } from '../ports.ts';
import type { ErasureJournal } from './erasureJournal.ts';

/** The same storage: what it takes away is answered once the journal outside it knows. */
export function journaledStorage(storage: Storage, journal: Pick<ErasureJournal, 'flush'>): Storage {
  const then =
    <Args extends readonly unknown[], Result>(work: (...args: Args) => Promise<Result>) =>
    async (...args: Args): Promise<Result> => {
      const result = await work(...args);
      await journal.flush();
      return result;
    };
  const { conversations, shares, coaches, links, boards } = storage;
  const erase = then(conversations.commit);
  return {
    ...storage,
    conversations: {
      ...conversations,
      commit: (turn) => (turn.eraseUser || turn.rehearsalsErased.length > 0 ? erase(turn) : conversations.commit(turn)),
      revise: then(conversations.revise),
    },
    shares: { ...shares, withdraw: then(shares.withdraw) },
    coaches: { ...coaches, end: then(coaches.end) },
    links: { ...links, leave: then(links.leave) },
    boards: { ...boards, erase: then(boards.erase) },
  };
}
