/** What JSON can say. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

type Place = readonly (string | number)[];

/** The same with one of its places, the `where`-th counted round, left out, doubled in a list, or holding `put`. */
export function mutated(json: Json, where: number, put: Json): Json {
  const places = placesIn(json);
  const place = places[where % places.length] ?? [];
  const how = Math.floor(where / places.length) % 3;
  return changedAt(json, place, (here) => (how === 0 ? put : how === 1 ? [here, here] : undefined));
}

function placesIn(json: Json, here: Place = []): readonly Place[] {
  if (typeof json !== 'object' || json === null) return [here];
  return [here, ...Object.entries(json).flatMap(([key, value]) => placesIn(value as Json, [...here, key]))];
}

/** `change` gives undefined for what is to go; the whole never goes. */
function changedAt(json: Json, [first, ...rest]: Place, change: (here: Json) => Json | undefined): Json {
  if (first === undefined) return change(json) ?? null;
  if (typeof json !== 'object' || json === null) return json;
  const entries = Object.entries(json).flatMap(([key, value]): readonly (readonly [string, Json])[] => {
    if (key !== String(first)) return [[key, value as Json]];
    if (rest.length > 0) return [[key, changedAt(value as Json, rest, change)]];
    const next = change(value as Json);
    return next === undefined ? [] : [[key, next]];
  });
  return Array.isArray(json) ? entries.map(([, value]) => value) : Object.fromEntries(entries);
}
