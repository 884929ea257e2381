import type { Locale } from '../../../content/schema/locale.ts';
import { applyEdits, editsFor, type MarkedTurn, withCapitalOf } from './applyEdits.ts';

/** What people at an international school say in the other language. */
const ENGLISH_IN_DUTCH =
  'gewoon=just kind=kid kinderen=kids school=school juf=teacher leerkracht=teacher moeder=mum vader=dad ouders=parents klas=class gesprek=meeting ' +
  'afspraak=appointment vandaag=today morgen=tomorrow gisteren=yesterday week=week vrijdag=friday maandag=monday boos=angry verdrietig=sad ' +
  'moe=tired bang=scared bezorgd=worried leuk=nice fijn=nice vervelend=annoying moeilijk=difficult samen=together thuis=home ' +
  'eerlijk=honest echt=really misschien=maybe altijd=always nooit=never pesten=bullying gepest=bullied ruzie=fight pauze=break ' +
  'speelplein=playground schoolplein=playground vrienden=friends vriendinnen=friends huiswerk=homework toets=test hulp=help plan=plan ' +
  'vraag=question probleem=problem idee=idea gevoel=feeling slapen=sleep nacht=night avond=evening weekend=weekend bellen=call ' +
  'mailen=mail berichtje=message natuurlijk=of=course sowieso=anyway bedankt=thanks sorry=sorry prima=fine oké=okay';
const DUTCH_IN_ENGLISH =
  'teacher=juf class=klas grade=groep report=rapport playground=schoolplein headteacher=directeur assistant=onderwijsassistent ' +
  'mum=mama mom=mama dad=papa today=vandaag tomorrow=morgen yesterday=gisteren friday=vrijdag monday=maandag tuesday=dinsdag ' +
  'wednesday=woensdag thursday=donderdag kids=kinderen child=kind break=pauze recess=pauze lunch=overblijf test=toets meeting=gesprek ' +
  'appointment=afspraak nice=leuk cosy=gezellig lovely=fijn really=echt maybe=misschien together=samen anyway=sowieso homework=huiswerk ' +
  'office=administratie form=formulier thanks=bedankt worried=bezorgd sad=verdrietig tired=moe angry=boos bullying=pesten fight=ruzie ' +
  'friend=vriendje friends=vriendjes party=feestje swimming=zwemles question=vraag idea=idee week=week evening=avond weekend=weekend';

const OTHER: Readonly<Record<Locale, ReadonlyMap<string, string>>> = {
  nl: pairs(ENGLISH_IN_DUTCH),
  en: pairs(DUTCH_IN_ENGLISH),
};

/** Every word that people often say in the other language, in the other language. */
export function mixWords(turn: MarkedTurn, locale: Locale): MarkedTurn {
  return applyEdits(
    turn,
    editsFor(turn.text, /(?<![\p{L}'’-])\p{L}+(?![\p{L}'’-])/gu, ([word]) => {
      const other = OTHER[locale].get(word.toLowerCase());
      return other === undefined ? undefined : withCapitalOf(word, other);
    }),
  );
}

/** Two turns as one, with the moves of both. */
export function joinTurns(first: MarkedTurn, second: MarkedTurn): MarkedTurn {
  const gap = first.text.length + 1;
  return {
    text: `${first.text} ${second.text}`,
    spans: [...first.spans, ...second.spans.map((span) => ({ ...span, start: span.start + gap, end: span.end + gap }))],
  };
}

function pairs(written: string): ReadonlyMap<string, string> {
  return new Map(
    written.split(' ').map((pair) => {
      const [own = '', ...other] = pair.split('=');
      return [own, other.join(' ')] as const;
    }),
  );
}
