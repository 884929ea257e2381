import { TIPS, type TipId } from '../../content/schema/move.ts';
import { amsterdamDay } from '../keepsakes/amsterdamTime.ts';

const DAY = 86_400_000;

/**
 * The tip of a day, the same for everyone; `at`: any moment of it, ISO 8601. A day is one in Amsterdam and Brussels.
 * Seven days running give all seven tips, and each week begins with another one, so that Mondays differ.
 */
export function tipOfTheDay(at: string): TipId {
  const day = Math.floor(Date.parse(`${amsterdamDay(new Date(at))}T00:00:00Z`) / DAY);
  const index = (day + Math.floor(day / TIPS.length)) % TIPS.length;
  return TIPS[index] ?? 'face-to-face';
}
