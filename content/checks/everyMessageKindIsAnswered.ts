import type { ContentFile } from '../readYaml.ts';
import { LOCALES } from '../schema/locale.ts';
import { MESSAGE_KINDS, type MessageKind, REPLY_TIPS } from '../schema/messageKind.ts';
import type { ContentCheck, Finding } from './contentCheck.ts';

/** The least of examples for each kind in each language. */
const LEAST = 40;
const MAX_WORDS = 25;

/**
 * Every kind of message has its file and examples enough; its replies differ in tone, keep to short sentences and no slot
 * but `{child}`, and where it is not to be settled in writing each of them understands, invites and stays within reach.
 */
export const everyMessageKindIsAnswered: ContentCheck = {
  id: 'every-message-kind-is-answered',
  why: 'A teacher who asks for help with a message would get a reply to another one, or half a reply.',
  run: ({ answering }, { messages }) => {
    if (!answering) return [];
    const written = answering.kinds.map(({ data }) => data.id);
    const missing = MESSAGE_KINDS.filter((kind) => !written.includes(kind));
    return [
      ...missing.map((kind) => inFile(`answering/${kind}.yaml`, `There is no ${kind}.`, 'write it.')),
      ...LOCALES.flatMap((locale) =>
        MESSAGE_KINDS.flatMap((kind) => {
          const count = messages.filter((one) => one.locale === locale && one.kinds[0] === kind).length;
          const file = `answering/examples/${locale}/${kind}.txt`;
          if (count >= LEAST) return [];
          const message = `There are ${count} messages of ${kind} in ${locale}; ${LEAST} is the least.`;
          return [inFile(file, message, `write ${LEAST - count} more, each as another parent would.`)];
        }),
      ),
      ...answering.kinds.flatMap(repliesOf),
    ];
  },
};

function inFile(file: string, message: string, fix: string): Finding {
  return { in: { file, text: '' }, at: [], line: 1, message, fix };
}

function repliesOf(kind: ContentFile<MessageKind>): readonly Finding[] {
  const { replies, weight } = kind.data;
  return replies.flatMap(({ tone, tips, text }, index) => {
    const at = ['replies', index];
    const lacking = REPLY_TIPS.filter((tip) => !tips.includes(tip));
    const isTwice = replies.findIndex((other) => other.tone === tone) < index;
    return [
      ...(isTwice
        ? [{ in: kind, at: [...at, 'tone'], message: `Another reply is ${tone} too.`, fix: 'give it another tone.' }]
        : []),
      ...(weight === 'heavy' && lacking.length > 0
        ? [
            {
              in: kind,
              at: [...at, 'tips'],
              message: `It does without ${lacking.join(' and ')}.`,
              fix: 'name what is felt, invite, and say how to reach you.',
            },
          ]
        : []),
      ...LOCALES.flatMap((locale) =>
        wrongWords(text[locale]).map((wrong) => ({ in: kind, at: [...at, 'text', locale], ...wrong })),
      ),
    ];
  });
}

function wrongWords(text: string): readonly Pick<Finding, 'message' | 'fix'>[] {
  const longest = Math.max(
    ...text.split(/(?<![.!?…])[.!?…]+(?=\s|$)/).map((sentence) => sentence.trim().split(/\s+/).length),
  );
  const slot = /\{(?!child\})[^{}]*\}/.exec(text)?.[0];
  return [
    ...(longest > MAX_WORDS
      ? [{ message: `A sentence is ${longest} words long.`, fix: `make it ${MAX_WORDS} at most, or two.` }]
      : []),
    ...(slot ? [{ message: `Nothing is filled in at ${slot}.`, fix: 'use {child}, or say it without.' }] : []),
  ];
}
