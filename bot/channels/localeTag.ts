import { z } from 'zod';

/** A language tag as clients send it (`nl-BE`); anything else counts as none. */
export const localeTagSchema = z
  .string()
  .max(35)
  .regex(/^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i)
  .optional()
  .catch(undefined);
