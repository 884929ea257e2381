import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readCorrections } from '../../eval/corrections.ts';
import { browserOf, share } from './browsing.ts';
import { aSchool, type CoachServer, startCoachServer } from './coachServer.ts';

let server: CoachServer;

beforeAll(async () => {
  server = await startCoachServer();
}, 60_000);
afterAll(() => server?.close());

const SAID = ['Ach, dat waait wel over met Qwyx.', 'Wat merkt u thuis aan hem?'] as const;

/** A talk that a coach has reviewed and sent. */
async function reviewed(fields: Readonly<Record<string, string>> = {}) {
  const school = aSchool();
  const teacher = server.person(school, 'Anne', ['teacher']);
  const coach = await server.addCoach(school, 'Kim');
  const id = await server.rehearse(teacher, SAID);
  const [page = ''] = await share(server, teacher, id, [coach], fields);
  const hers = browserOf(server, coach);
  await hers.submit(page, `${page}/comments`, { turn: '1', words: 'waait wel over', text: 'Kleiner gemaakt.' });
  await hers.submit(page, `${page}/moves`, { turn: '1', action: 'add', move: 'jargon', words: 'met Qwyx' });
  await hers.submit(page, `${page}/rubric`, { structure: 'mostly', 'structure-turns': '1, 2' });
  await hers.submit(page, `${page}/send`, { strength: 'Je vroeg door.', try: 'Blijf bij haar zorg.' });
  const shareId = page.split('/').at(-1) ?? '';
  return {
    school,
    teacher,
    coach,
    hers,
    id,
    page,
    mine: browserOf(server, teacher),
    own: `/mine/rehearsals/${id}/shares/${shareId}`,
  };
}

describe('a reviewed rehearsal as a file', () => {
  it('comes in each form, to the coach while it is shared and to the teacher always, under a name that we made', async () => {
    const { hers, mine, page, own, id } = await reviewed();
    const files = ['word.docx', 'talk.csv', 'talk.transcript'];

    const forCoach = await Promise.all([...files, 'xapi.json'].map((file) => hers.get(`${page}/${file}`)));
    const shareId = page.split('/').at(-1) ?? '';
    await mine.submit(`/mine/rehearsals/${id}`, `/mine/rehearsals/${id}/shares/${shareId}/withdraw`);
    const forTeacher = await Promise.all(files.map((file) => mine.get(`${own}/${file}`)));
    const late = await Promise.all(files.map((file) => hers.get(`${page}/${file}`)));

    expect([...forCoach, ...forTeacher].every(({ status }) => status === 200)).toBe(true);
    for (const reply of [...forCoach, ...forTeacher]) {
      expect(reply.headers.get('content-disposition')).toMatch(/^attachment; filename="op-een-lijn-[a-z0-9.-]+"$/u);
    }
    expect(late.map(({ status }) => status)).toEqual([404, 404, 404]);
  });

  it('W08 W10 is a table with the comments beside their turns, which a spreadsheet reads as words', async () => {
    const { hers, page } = await reviewed();

    const csv = await (await hers.get(`${page}/talk.csv`)).text();

    expect(csv).toMatch(/^\uFEFF?"Beurt";"Wie";"Tekst";"Wat het deed";"Spanning";"Vertrouwen";"Opmerking"\r\n/u);
    expect(csv).toContain('"maakt het kleiner, gebruikt vaktaal"');
    expect(csv).toContain('"“waait wel over”\nKim: Kleiner gemaakt."');
  });

  it('holds in its transcript what was said in the talk and nothing else, with the comments', async () => {
    const { hers, page } = await reviewed();

    const activities = (await (await hers.get(`${page}/talk.transcript`)).json()) as {
      text: string;
      from: { role: string };
      channelData: { opEenLijn: { comments?: readonly object[] } };
    }[];

    expect(activities.filter(({ from }) => from.role === 'user').map(({ text }) => text)).toEqual(SAID);
    expect(activities.flatMap(({ channelData }) => channelData.opEenLijn.comments ?? [])).toEqual([
      { place: { start: 9, end: 23 }, text: 'Kleiner gemaakt.' },
    ]);
  });

  it('tells a learning record in figures, under pseudonyms, that a coach commented', async () => {
    const { hers, page, teacher, coach } = await reviewed();

    const text = await (await hers.get(`${page}/xapi.json`)).text();

    expect(text).toContain('/verbs/commented');
    for (const word of ['Kim', 'Anne', teacher.userId, coach.userId, 'Kleiner']) expect(text).not.toContain(word);
  });
});

describe('a talk that two coaches code', () => {
  it('holds nothing of what was recognised, on the page or in a file, until the coach has sent', async () => {
    const school = aSchool();
    const teacher = server.person(school, 'Anne', ['teacher']);
    const coaches = [await server.addCoach(school, 'Kim'), await server.addCoach(school, 'Bo')];
    const id = await server.rehearse(teacher, SAID);
    const [page = ''] = await share(server, teacher, id, coaches);
    const hers = browserOf(server, coaches[0] ?? teacher);

    const seen = (
      await Promise.all(
        ['', '/talk.csv', '/talk.transcript', '/xapi.json'].map(async (part) =>
          (await hers.get(`${page}${part}`)).text(),
        ),
      )
    )
      .join()
      .replaceAll(/<select.*?<\/select>/gs, '');

    for (const told of ['maakt het kleiner', 'Je maakte het kleiner', 'class="move', '/xapi/tips/', 'minimise']) {
      expect(seen).not.toContain(told);
    }
  });
});

describe('what coaches and teachers write to each other', () => {
  it('P08 is kept without the names of others: in comments, the summary, the question and answers', async () => {
    const { hers, mine, page, id } = await reviewed({ question: 'Hoe zit het met Qwyx?' });
    await hers.submit(page, `${page}/answers`, { comment: 'none', text: 'Qwyx' });
    const school = aSchool();
    const teacher = server.person(school, 'Bea', ['teacher']);
    const coach = await server.addCoach(school, 'Lou');
    const other = await server.rehearse(teacher, ['Goed.']);
    const [draft = ''] = await share(server, teacher, other, [coach]);
    const his = browserOf(server, coach);
    await his.submit(draft, `${draft}/comments`, { turn: '1', text: 'Is dit Qwyx?' });
    await his.submit(draft, `${draft}/summary`, { strength: 'Qwyx voelde zich gehoord.', try: 'Bel Qwyx.' });

    const words = [await mine.read(`/mine/rehearsals/${id}`), await his.read(draft)].join();

    expect(words).toContain('Hoe zit het met [naam]?');
    expect(words).toContain('Is dit [naam]?');
    expect(await (await his.get(draft)).text()).toContain('[naam] voelde zich gehoord.');
    expect(words.replaceAll('waait wel over met Qwyx', '').replaceAll('met Qwyx', '')).not.toContain('Qwyx');
  });
});

describe('corrected labels to learn from', () => {
  it('come masked, in the form that the evaluation reads, of talks whose teacher said so', async () => {
    const { hers } = await reviewed({ learn: 'yes' });

    const text = await (await hers.get('/coach/corrections.jsonl')).text();

    expect(text).not.toContain('Qwyx');
    const [turn, ...more] = readCorrections(text, 'labels.jsonl');
    expect(more).toEqual([]);
    expect(turn?.text).toBe('Ach, dat waait wel over met [naam].');
    expect(turn?.spans.map(({ move, start, end }) => [move, turn.text.slice(start, end)])).toEqual([
      ['minimise', expect.stringContaining('waait wel over')],
      ['jargon', 'met [naam]'],
    ]);
  });

  it('hold nothing of a talk whose teacher did not say so', async () => {
    const { hers } = await reviewed();

    expect(await (await hers.get('/coach/corrections.jsonl')).text()).toBe('');
  });
});
