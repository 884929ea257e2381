/** What one instance of the bot tells the others on the same database: ids, never words. */
export type News =
  /** The log of this conversation has grown, or what is known of it has changed otherwise. */
  | { readonly kind: 'grown'; readonly tenant: string; readonly conversationId: string }
  /** This sign-in is over; it is named by the digest of its secret. */
  | { readonly kind: 'signed-out'; readonly session: string };

/** What is heard: news, or that some may have been missed; then everything may have changed. */
export type Heard = News | { readonly kind: 'missed' };

/** The other instances of the bot on the same database. What is not heard costs time, never data. */
export interface Neighbours {
  /** Never throws and never waits. What cannot be told now is told later, or heard as `missed`. */
  tell(news: News): void;
  /** Calls the listener with what others tell, never with what was told here. Returns the function that stops it. */
  listen(listener: (heard: Heard) => void): () => void;
}
