const LOOK_EVERY = 10_000;
const ASLEEP = 45_000;

/**
 * `maybe`: the page came into view or the network says it is back. `surely`: this computer slept, so whatever
 * was open is not to be trusted.
 */
export function whenWorldChanges(maybe: () => void, surely: () => void): void {
  addEventListener('online', maybe);
  addEventListener('pageshow', ({ persisted }) => persisted && surely());
  document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && maybe());

  let last = Date.now();
  setInterval(() => {
    const now = Date.now();
    if (now - last > LOOK_EVERY + ASLEEP) surely();
    last = now;
  }, LOOK_EVERY);
}
