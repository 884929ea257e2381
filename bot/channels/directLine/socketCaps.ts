/** Counts open sockets per user and per address. */
export class SocketCaps {
  readonly #users = new Map<string, number>();
  readonly #addresses = new Map<string, number>();
  readonly #perUser: number;
  readonly #perAddress: number;

  constructor(perUser: number, perAddress: number) {
    this.#perUser = perUser;
    this.#perAddress = perAddress;
  }

  /** Whether there is room; then it is taken until `leave`. */
  enter(userId: string, address: string): boolean {
    if ((this.#users.get(userId) ?? 0) >= this.#perUser) return false;
    if ((this.#addresses.get(address) ?? 0) >= this.#perAddress) return false;
    add(this.#users, userId, 1);
    add(this.#addresses, address, 1);
    return true;
  }

  leave(userId: string, address: string): void {
    add(this.#users, userId, -1);
    add(this.#addresses, address, -1);
  }
}

function add(counts: Map<string, number>, key: string, change: number): void {
  const count = (counts.get(key) ?? 0) + change;
  if (count > 0) counts.set(key, count);
  else counts.delete(key);
}
