import { LOCALES } from '../../content/schema/locale.ts';
import { element, escaped, type Markup } from '../../dialogs/rehearse/curve/markup.ts';
import type { HttpReply } from '../http/route.ts';
import type { Erasure, RehearsalPage } from '../ports.ts';
import { findForm } from './findForm.ts';
import { MINE, page } from './frame.ts';
import { memoriesOf } from './memoriesOf.ts';
import { momentInWords } from './moments.ts';
import { planPart } from './planPart.ts';
import { PRIVACY } from './privacyPage.ts';
import { PROGRESS_OF, progressPart } from './progressPart.ts';
import { promisePart } from './promisePart.ts';
import { rehearsalList, summaryOf } from './rehearsalList.ts';
import type { Visit } from './visit.ts';
import { queryFor, readWanted } from './wanted.ts';

/** The first page: promises and plans, the rehearsals, progress per tip, and the ways to take all of it along or let it go. */
export async function listPage(visit: Visit): Promise<HttpReply> {
  const { options, request, tenant, userId, also, t } = visit;
  const { storage, retentionDays } = options;
  const people = [{ tenant, userId }, ...also];
  const wanted = readWanted(request.query);
  const [found, newest, memories, proofs, linking] = await Promise.all([
    storage.rehearsals.list({ tenant, userId, also, ...queryFor(wanted) }),
    storage.rehearsals.list({ tenant, userId, also, offset: 0, limit: PROGRESS_OF + 1 }),
    Promise.all(people.map((person) => memoriesOf(storage.conversations, person))).then((all) => all.flat()),
    Promise.all(people.map((one) => storage.personalData.erasures(one.tenant, one.userId))).then((all) => all.flat()),
    options.linking?.part(visit) ?? [],
  ]);
  const summaries = newest.rehearsals.flatMap((row) => summaryOf(row) ?? []).slice(0, PROGRESS_OF);
  return page(visit, request, {
    title: t('mine.title'),
    main: [
      element('h1', {}, escaped(t('mine.title'))),
      element('p', { class: 'about' }, escaped(t(aboutKey(visit), { days: retentionDays }))),
      ...(request.query.has('erased')
        ? [element('p', { class: 'banner', role: 'status' }, escaped(t('mine.erase.done')))]
        : []),
      ...promisePart(visit, memories),
      ...planPart(visit, memories),
      ...(found.all > 0 ? [findForm(visit, wanted, scenariosOf(visit, found))] : []),
      element('section', { 'aria-label': t('mine.list.heading') }, ...rehearsalList(visit, found, wanted)),
      ...progressPart(visit, summaries),
      ...(found.all > 0 ? [takeAlong(visit)] : []),
      ...linking,
      ...(found.all > 0 || memories.length > 0 ? [letGo(visit)] : []),
      ...(proofs.length > 0 ? [proofPart(visit, proofs)] : []),
      morePrivacy(visit),
    ],
  });
}

/** Where what stands here was rehearsed. */
function aboutKey({ tab, isSignedIn, also }: Visit): string {
  if (also.length > 0) return 'mine.aboutBoth';
  if (tab) return 'mine.aboutTeams';
  return isSignedIn ? 'mine.aboutAccount' : 'mine.about';
}

/** In the order in which they are listed in the chat; one that is not there any more, or is the teacher's own, by its id. */
function scenariosOf({ options, locale }: Visit, { scenarioIds, rehearsals }: RehearsalPage) {
  return scenarioIds
    .map((id) => {
      const known = options.content.scenarios.find((scenario) => scenario.id === id)?.title[locale];
      const kept = rehearsals.find(({ scenarioId }) => scenarioId === id);
      return { id, title: known ?? (kept && summaryOf(kept)?.title[locale]) ?? id };
    })
    .toSorted((a, b) => a.title.localeCompare(b.title, LOCALES[0]));
}

function takeAlong({ t }: Visit): Markup {
  const way = (file: string, key: string) =>
    element('li', {}, element('a', { href: `${MINE}/all/${file}`, download: '' }, escaped(t(`mine.export.${key}`))));
  return element(
    'section',
    { 'aria-labelledby': 'export', class: 'keep' },
    element('h2', { id: 'export' }, escaped(t('mine.export.heading'))),
    element(
      'ul',
      { class: 'ways', role: 'list' },
      way('rehearsals.csv', 'allCsv'),
      way('xapi.json', 'allXapi'),
      way('data.json', 'allData'),
    ),
    element('p', { class: 'note' }, escaped(t('mine.export.note'))),
  );
}

function letGo({ t }: Visit): Markup {
  return element(
    'section',
    { 'aria-labelledby': 'erase' },
    element('h2', { id: 'erase' }, escaped(t('mine.erase.heading'))),
    element('p', {}, escaped(t('mine.erase.text'))),
    element('p', {}, element('a', { href: `${MINE}/erase`, class: 'danger' }, escaped(t('mine.erase.all')))),
  );
}

/** Outside the frame of Teams: the page is for everybody and stands in nobody's frame. */
function morePrivacy({ t, tab }: Visit): Markup {
  const elsewhere = tab ? { target: '_blank', rel: 'noreferrer' } : {};
  return element('p', {}, element('a', { href: PRIVACY, ...elsewhere }, escaped(t('privacyPage.more'))));
}

function proofPart({ t, locale }: Visit, proofs: readonly Erasure[]): Markup {
  const line = ({ at, rehearsals, activities, id }: Erasure) =>
    t('mine.erase.proofLine', { day: momentInWords(at, locale), rehearsals, activities, id: id.slice(0, 8) });
  return element(
    'section',
    { 'aria-labelledby': 'proof', class: 'proof' },
    element('h2', { id: 'proof' }, escaped(t('mine.erase.proof'))),
    element('ul', {}, ...proofs.map((proof) => element('li', {}, escaped(line(proof))))),
  );
}
