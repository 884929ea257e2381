import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { HttpError } from './httpError.ts';

/** Counts what one key does within a span of time, in this process. */
export interface RateLimit {
  /** Counts one. @throws HttpError 429 with Retry-After when it was one too many */
  take(key: string): Promise<void>;
}

/** At most `points` per `seconds` for each key. */
export function createRateLimit(points: number, seconds: number): RateLimit {
  const limiter = new RateLimiterMemory({ points, duration: seconds });

  return {
    async take(key) {
      try {
        await limiter.consume(key);
      } catch (error) {
        if (!(error instanceof RateLimiterRes)) throw error;
        throw tooMany(error.msBeforeNext / 1000);
      }
    },
  };
}

/** The same as an answer, for who says it in words: counts one, and whether it was not one too many. */
export async function isWithin(limit: RateLimit, key: string): Promise<boolean> {
  try {
    await limit.take(key);
    return true;
  } catch (error) {
    if (!(error instanceof HttpError)) throw error;
    return false;
  }
}

/** The refusal of one too many; `seconds` is when to try again. */
export function tooMany(seconds: number): HttpError {
  return new HttpError(429, 'TooManyRequests', 'Too much at once; try again in a moment.', {
    'retry-after': String(Math.max(1, Math.ceil(seconds))),
  });
}
