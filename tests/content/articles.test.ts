import { describe, expect, it } from '@jest/globals';
import { loadContent } from '../../content/load.ts';
import { LOCALES, type Locale } from '../../content/schema/locale.ts';
import type { TopicId } from '../../content/schema/topic.ts';

const { tips, toolbox } = loadContent();

/** Everything there is to read under a topic, in one language. */
function wordsOf(topic: TopicId, locale: Locale): string {
  const found = [...tips, ...toolbox].find(({ id }) => id === topic);
  return textsIn(found, locale).join('\n').replaceAll('*', '').replace(/\s+/gu, ' ');
}

function textsIn(value: unknown, locale: Locale): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  const own: unknown = Reflect.get(value, locale);
  if (typeof own === 'string') return [own];
  return Object.values(value).flatMap((part) => textsIn(part, locale));
}

type Row = readonly [what: string, topic: TopicId, nl: RegExp, en: RegExp];

/** What the article on parents of kindergartners recommends, lists and limits, and where a teacher finds it. */
const KINDERGARTEN: readonly Row[] = [
  [
    'bullying has three marks',
    'bullying-or-not',
    /steeds opnieuw.*met opzet.*niet goed kan verweren/,
    /again and again.*on purpose.*cannot easily defend/,
  ],
  ['teasing has no difference in power', 'bullying-or-not', /geen machtsverschil/, /no difference in power/],
  [
    'a quarrel usually does not last',
    'bullying-or-not',
    /ruzie of conflict duurt meestal niet lang/i,
    /quarrel or conflict usually does not last long/i,
  ],
  [
    'children, parents and teachers know what it is',
    'bullying-or-not',
    /kinderen, maar ook de ouders en de leerkrachten/,
    /children, but the parents and teachers too/,
  ],
  [
    'it starts in kindergarten and is common there',
    'bullying-or-not',
    /al in de kleuterklas en komt daar vrij veel voor/,
    /as early as kindergarten, and is fairly common/,
  ],
  [
    'nice behaviour deserves attention too',
    'bullying-or-not',
    /fijn gedrag én op vervelend gedrag/,
    /kind behaviour and for nasty behaviour/,
  ],
  [
    'in time keeps a child from a fixed role',
    'bullying-or-not',
    /op tijd voorkomt of oplost.*nare rol/,
    /solving it in time.*bad role/,
  ],
  [
    'later roles are fixed and fewer are bullied',
    'bullying-or-not',
    /rol vaster.*minder kinderen gepest/,
    /role becomes more fixed, and fewer/,
  ],
  [
    'it marks victims, bullies and bystanders',
    'bullying-or-not',
    /gepest wordt, het kind dat pest en de kinderen die toekijken/,
    /is bullied, the child who bullies and the children who look on/,
  ],
  [
    'the school leads and the teacher steers the group',
    'bullying-or-not',
    /school de leiding.*groep kan lezen en bijsturen/,
    /school takes the lead.*read the group and steer/,
  ],
  [
    'the vision says what bullying is, who, why',
    'vision',
    /Wat verstaan wij onder pesten.*Wie zijn erbij betrokken, en waarom/,
    /What do we mean by bullying.*Who is involved, and why/,
  ],
  [
    'the vision covers preventing, noticing, tackling',
    'vision',
    /voorkomen, het opmerken en het aanpakken/,
    /preventing, noticing and tackling/,
  ],
  [
    'the vision covers years and policy',
    'vision',
    /onderbouw en bovenbouw.*pedagogisch beleid/,
    /lower and the upper years.*raising and teaching/,
  ],
  [
    'the vision covers parents both ways',
    'vision',
    /Waarom willen wij ouders betrekken.*van ons verwachten.*wij van ouders/,
    /Why do we want parents.*expect of us.*expect of parents/,
  ],
  [
    'the vision stands on website, tour and intake',
    'vision',
    /website, in de rondleiding en in het intakegesprek/,
    /website, in the school tour and in the intake talk/,
  ],
  ['the vision is not up for debate in principle', 'vision', /in principe niet/, /in principle, not/],
  [
    'parents learn how to treat each other',
    'parents-as-group',
    /leren hoe je met elkaar omgaat/,
    /learn how to treat each other/,
  ],
  [
    'parents support each other with questions',
    'parents-as-group',
    /elkaar helpen met vragen, ook over opvoeden/,
    /help each other with questions, also about raising/,
  ],
  [
    'involved with each other, involved with school',
    'parents-as-group',
    /ook meer betrokken bij school/,
    /more involved with school/,
  ],
  [
    'the opening of the year, first school then class',
    'contact-moments',
    /Jaaropening.*hele school.*per klas/,
    /Start of the year.*whole school.*per class/,
  ],
  [
    'the parents’ evening for mutual expectations',
    'contact-moments',
    /Ouderavond.*van elkaar verwachten bij het voorkomen, opmerken en aanpakken/,
    /Parents' evening.*expect of each other in preventing, noticing and tackling/,
  ],
  [
    'the weekly closing with films of exercises',
    'contact-moments',
    /Weekafsluiting.*Filmpjes.*oefeningen/,
    /End-of-week gathering.*films.*exercises/,
  ],
  [
    'parent training and social behaviour',
    'contact-moments',
    /Oudertraining.*ook met pesten/,
    /Training for parents.*bullying included/,
  ],
  [
    'the earlier the contact, the better',
    'contact-moments',
    /hoe eerder het contact goed is, hoe beter/,
    /the sooner the contact is good, the better/,
  ],
  ['home visit, phone and walk-in', 'contact-moments', /Huisbezoek.*Telefoon.*Inloop/, /Home visit.*Phone.*Drop-in/],
  [
    'who is missed at group meetings',
    'contact-moments',
    /weinig onderwijs.*Nederlands nog niet goed/,
    /little schooling.*do not speak Dutch well/,
  ],
  [
    'feeling well, and adding to the class',
    'contact-moments',
    /zich fijn in de klas.*goede sfeer/,
    /at ease in class.*good atmosphere/,
  ],
  [
    'planned at the start, also without problems',
    'contact-moments',
    /begin van het jaar.*als er niets aan de hand is/,
    /start of the year.*when nothing is wrong/,
  ],
  [
    'the child involved, the parents involved',
    'contact-moments',
    /kind meedoet, doen de ouders mee.*zelf de weekafsluiting/,
    /child takes part, the parents do too.*themselves/,
  ],
  [
    'speaking is preferred, writing adds',
    'in-between',
    /Elkaar spreken gaat voor.*aanvulling/,
    /Talking comes first.*in addition/,
  ],
  [
    'a newsletter with photos and drawings',
    'in-between',
    /nieuwsbrief, samen met de kinderen.*foto's en tekeningen/,
    /newsletter, made with the children.*photos and drawings/,
  ],
  [
    'handles for the talk at home',
    'in-between',
    /Handvatten voor het gesprek thuis/,
    /Something to talk about at home/,
  ],
  [
    'joint homework goes with exercises',
    'in-between',
    /Huiswerk voor ouder en kind samen.*oefening op school/,
    /Homework for parent and child together.*exercise at school/,
  ],
  [
    'a card that praises social behaviour',
    'in-between',
    /kaartje met een pluim.*met anderen omging/,
    /compliment card.*got on with others/,
  ],
  [
    'equal partners who feel welcome',
    'why-it-works',
    /welkom voelen en als gelijken/,
    /feel welcome and take part as equals/,
  ],
  [
    'without co-operation it fails for bullying too',
    'why-it-works',
    /niet vrijblijvend.*lukt het ook niet bij iets gevoeligs/,
    /with commitment.*will not work for something as delicate/,
  ],
];

/** What the article on the three studies counts, finds and does not find. */
const STUDIES: readonly Row[] = [
  [
    'who keeps being bullied',
    'why-it-works',
    /vaker afgewezen door klasgenoten.*angstig en somber.*minder warmte en meer afwijzing/,
    /rejected by classmates more often.*anxious and low.*less warmth and more rejection/,
  ],
  [
    '9,779 children, 99 schools, five waves',
    'why-it-works',
    /9\.779 kinderen.*99 .*vijf keer.*mei 2012 en mei 2014/,
    /9,779 children.*99 .*five times.*May 2012 and May 2014/,
  ],
  [
    'four things that predict a poorer bond',
    'why-it-works',
    /Elk van die vier voorspelde een slechtere band/,
    /Each of these four predicted a poorer bond/,
  ],
  ['no clear cause', 'why-it-works', /zelden één oorzaak/, /rarely one cause/],
  [
    '13 and 14 schools in 2015-2016',
    'why-it-works',
    /2015-2016.*13 scholen met en 14 zonder/,
    /2015-2016.*13 schools with it and 14 without/,
  ],
  [
    '83 teachers, 153 parents, 2,510 pupils',
    'why-it-works',
    /83 leerkrachten, 153 ouders en 2\.510 leerlingen/,
    /83 teachers, 153 parents and 2,510 pupils/,
  ],
  [
    'no difference at the start',
    'why-it-works',
    /Bij het begin verschilden ze niet/,
    /At the start they did not differ/,
  ],
  ['four pillars', 'why-it-works', /visie.*groep.*band.*informatie/, /vision.*group.*bond.*information/],
  [
    'pupils did not change',
    'why-it-works',
    /Leerlingen \| Geen verschil in pesten en geen verschil in welbevinden/,
    /Pupils \| No difference in bullying and no difference in well-being/,
  ],
  [
    'only parents of children who are not bullied',
    'why-it-works',
    /ouders van kinderen die niet gepest worden/,
    /parents of children who are not bullied/,
  ],
  [
    'perhaps aimed elsewhere, perhaps too soon',
    'why-it-works',
    /op leerkrachten en ouders richtte, misschien omdat er meer tijd nodig is/,
    /aimed at teachers and parents, perhaps because it takes more time/,
  ],
  [
    'parents need handles, perhaps support',
    'talk-at-home',
    /problemen op school kunnen opmerken.*opvoeden kan ook helpen/,
    /notice problems at school.*raising children may help/,
  ],
  [
    'kept informed, parents are more involved',
    'in-between',
    /meer betrokken bij school als ze tussendoor/,
    /more involved with school when they hear in between/,
  ],
  [
    'a good bond carries delicate news',
    'signals',
    /goede band met ouders.*gevoelig ligt/,
    /good bond with parents.*delicate matter/,
  ],
];

describe.each([
  ['the article on parents of kindergartners', KINDERGARTEN],
  ['the article on three studies', STUDIES],
] as const)('%s', (_, rows) => {
  it.each(rows)('is found in both languages: %s (%s)', (_what, topic, nl, en) => {
    const patterns = { nl, en };

    for (const locale of LOCALES) expect(wordsOf(topic, locale)).toMatch(patterns[locale]);
  });
});

describe('the nine signals of the article', () => {
  it.each([
    [/weinig contact met andere kinderen/, /little contact with other children/],
    [/veel aandacht van de leerkracht/, /lot of attention from the teacher/],
    [/opstootjes in de klas of op het plein/, /scuffles in class or in the playground/],
    [/als laatste gekozen/, /picked last/],
    [
      /\(school\)ziek, of heeft buikpijn of hoofdpijn/,
      /ill \(or too ill for school\), or has stomach aches or headaches/,
    ],
    [/Plast in bed of slaapt onrustig/, /Wets the bed or sleeps badly/],
    [
      /verwondingen, of kleren en spullen die "kwijt" of kapot/,
      /injuries, or clothes and things that are "lost" or damaged/,
    ],
    [/somber, bang of depressief/, /low, afraid or depressed/],
    [/op school minder goed/, /less well at school/],
  ])('hold %s', (nl, en) => {
    expect(wordsOf('signals', 'nl')).toMatch(nl);
    expect(wordsOf('signals', 'en')).toMatch(en);
  });
});
