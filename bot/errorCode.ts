/** The code that an error has under this name, or undefined. Which codes there are is up to what threw it. */
export function errorCode(error: unknown, name: 'code' | 'errcode' = 'code'): unknown {
  if (typeof error !== 'object' || error === null) return undefined;
  return Object.entries(error).find(([key]) => key === name)?.[1];
}
