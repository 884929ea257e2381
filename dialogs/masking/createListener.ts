import type { Activity } from 'botbuilder-core';
import type { Content } from '../../content/schema/content.ts';
import { freshMemory, type Memory, recalled } from '../memory.ts';
import { readOwnEvent } from '../ownEvents.ts';
import { createTexts } from '../texts.ts';
import { createMasker, type Masked } from './createMasker.ts';
import type { Hearing } from './hearing.ts';
import { createKnownNow } from './knownNow.ts';
import { readLeaveIn } from './leaveIn.ts';
import type { MaskedSpan } from './maskedSpan.ts';

/**
 * Hears what came in: gives the activity as it may be kept, and beside it what was typed. `memory`: what is kept of the
 * conversation. Never throws.
 */
export type Listener = (
  activity: Activity,
  memory: Memory | null,
) => { readonly activity: Activity; readonly hearing: Hearing };

/** Makes a listener from content. */
export function createListener(content: Pick<Content, 'masking' | 'scenarios' | 'messages'>): Listener {
  const mask = createMasker(content);
  const knownNow = createKnownNow(content);
  const texts = createTexts(content.messages);

  return (activity, kept) => {
    const memory = kept ? recalled(kept, String(activity.timestamp)) : freshMemory(activity.locale);
    const text = activity.text ?? '';
    const { known, locale } = knownNow(memory, text, filledIn(activity)?.['nickname']);
    const leftIn = readLeaveIn(texts, text)?.words ?? [];
    const ear = createEar((words) => mask(words, locale, [...known, ...leftIn]));
    return { activity: heardActivity(activity, ear), hearing: ear.hearing };
  };
}

interface Ear {
  /** The words with what is to be masked masked. */
  words(typed: string): string;
  /** The same for every text in a value. */
  value(typed: unknown): unknown;
  /** Texts that are read as one. */
  together(typed: readonly string[], kept: readonly string[]): void;
  readonly hearing: Hearing;
}

function createEar(mask: (words: string) => Masked): Ear {
  const typedFor = new Map<string, string>();
  const spans: MaskedSpan[] = [];
  const words = (typed: string): string => {
    const found = mask(typed);
    if (found.spans.length === 0) return typed;
    spans.push(...found.spans);
    typedFor.set(found.masked, typed);
    return found.masked;
  };
  const value = (typed: unknown): unknown => {
    if (typeof typed === 'string') return words(typed);
    if (Array.isArray(typed)) return typed.map(value);
    if (typeof typed !== 'object' || typed === null) return typed;
    return Object.fromEntries(Object.entries(typed).map(([key, inner]) => [key, value(inner)]));
  };
  return {
    words,
    value,
    together: (typed, kept) => typedFor.set(kept.join('\n'), typed.join('\n')),
    hearing: { masked: spans, typed: (kept) => typedFor.get(kept) ?? kept },
  };
}

function heardActivity(activity: Activity, ear: Ear): Activity {
  if (activity.type === 'message') {
    return {
      ...activity,
      ...(activity.text === undefined ? {} : { text: ear.words(activity.text) }),
      ...(activity.value === undefined ? {} : { value: ear.value(activity.value) }),
    };
  }
  const typed = filledIn(activity);
  if (!typed) return activity;

  const kept = Object.fromEntries(Object.entries(typed).map(([name, answer]) => [name, ear.words(answer)]));
  ear.together(Object.values(typed), Object.values(kept));
  return { ...activity, value: { ...activity.value, filledIn: kept } };
}

/** What was filled in in a form; undefined where no form was sent. */
function filledIn(activity: Activity): Readonly<Record<string, string>> | undefined {
  const event = readOwnEvent(activity, activity.value);
  return event?.name === 'op-een-lijn/form-sent' ? event.value.filledIn : undefined;
}
