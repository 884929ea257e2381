import { HttpError } from '../../http/httpError.ts';

/** The sequence number in a watermark: 0 when there is none. @throws HttpError 400 for anything but digits */
export function parseWatermark(text: string | null): number {
  if (text === null || text === '') return 0;
  if (!/^\d{1,15}$/.test(text)) throw new HttpError(400, 'BadArgument', 'The watermark is not one of ours.');
  return Number(text);
}
