import type { Logger } from 'pino';
import { createRateLimit, isWithin } from '../../http/rateLimit.ts';
import type { HttpReply, HttpRequest, Route } from '../../http/route.ts';
import { goTo, localeOf, MINE, page } from '../../mine/frame.ts';
import type { Linking } from '../../mine/visit.ts';
import type { PageFiles } from '../../webPages/pageFiles.ts';
import type { FormTokens } from '../formTokens.ts';
import type { Principal, PrincipalOf } from '../principal.ts';
import type { LinkStore, OneTimeStore } from '../stores.ts';
import type { LinkByCode } from './linkByCode.ts';
import { createLinkCodes } from './linkCodes.ts';
import { codeMarkup, LINK, linkPart } from './linkMarkup.ts';

type Texts = Parameters<typeof codeMarkup>[0]['texts'];

/** Each code is good for ten minutes; one is enough. */
const CODES = 10;
const CODES_SECONDS = 600;

/** What linking is made from. */
export interface LinkingOptions {
  readonly links: LinkStore;
  readonly oneTimes: OneTimeStore;
  readonly linkByCode: LinkByCode;
  readonly teacherOf: PrincipalOf;
  readonly forms: FormTokens;
  /** Organisations whose people are the same in Teams and here already; null where there is no tab in Teams. */
  readonly teamsTenants: readonly string[] | null;
  readonly texts: Texts;
  readonly files: PageFiles;
  readonly log: Logger;
  readonly now?: () => Date;
}

/**
 * Lets somebody say that they are the same person in a browser and in Teams: a code that is made here is typed there. Both
 * pages then show both, until it is taken back.
 */
export function createLinking(options: LinkingOptions): Linking & { readonly routes: readonly Route[] } {
  const { links, oneTimes, teacherOf, forms, texts, files, log, now = () => new Date() } = options;
  const codes = createLinkCodes(oneTimes, now);
  const made = createRateLimit(CODES, CODES_SECONDS);
  const mayBegin = ({ tenant, personalChat }: Principal) =>
    options.teamsTenants !== null && personalChat === undefined && !options.teamsTenants.includes(tenant);

  const post = (
    path: string,
    answer: (teacher: Principal, fields: URLSearchParams, request: HttpRequest) => Promise<HttpReply>,
  ): Route => ({
    method: 'POST',
    path: `${LINK}/${path}`,
    takesBody: 'form',
    async handle(request) {
      const teacher = await teacherOf(request.headers);
      return teacher ? answer(teacher, forms.fieldsOf(teacher, request), request) : goTo(MINE);
    },
  });

  const begin = async (teacher: Principal, _: URLSearchParams, request: HttpRequest): Promise<HttpReply> => {
    if (!mayBegin(teacher)) return goTo(MINE);
    if (!(await isWithin(made, JSON.stringify([teacher.tenant, teacher.userId]))))
      return goTo(`${MINE}?link=slow#link`);
    const locale = localeOf(request);
    const framed = { locale, t: texts(locale), files };
    return page(framed, request, codeMarkup({ texts, locale, code: await codes.make(teacher) }));
  };

  const finish = async (teacher: Principal, fields: URLSearchParams): Promise<HttpReply> => {
    const { tenant, userId, personalChat } = teacher;
    if (personalChat === undefined) return goTo(MINE);
    const outcome = await options.linkByCode({ tenant, userId }, fields.get('code') ?? '');
    return goTo(`${MINE}?link=${outcome}#link`);
  };

  const undo = async ({ tenant, userId }: Principal): Promise<HttpReply> => {
    await links.leave({ tenant, userId }, now().toISOString());
    log.info({ audit: 'unlinked', tenant, user: userId }, 'unlinked');
    return goTo(`${MINE}?link=undone#link`);
  };

  return {
    sameAs: (person) => links.sameAs(person),
    part: async (visit) => (visit.teacher ? linkPart(visit, visit.teacher, forms, mayBegin(visit.teacher)) : []),
    routes: [post('code', begin), post('use', finish), post('undo', undo)],
  };
}
