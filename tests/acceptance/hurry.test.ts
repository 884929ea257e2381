import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Product, startProduct } from '../web/product.ts';
import { TeacherScript } from './teacherScript.ts';

/** What `dialogs.slowDown` says in Dutch. */
const NOTICE = /Even rustig aan mag/u;

let product: Product;
beforeAll(async () => {
  product = await startProduct({}, {});
});
afterAll(() => product?.stop());

describe('a teacher who sends twelve sentences at once', () => {
  it('L07 is answered on each, none is lost, and is asked once to slow down', async () => {
    const teacher = await TeacherScript.begin(product.url);
    const colleague = await TeacherScript.begin(product.url);
    const sentences = Array.from({ length: 12 }, (_, at) => `tip ${(at % 7) + 1}`);

    const statuses = await Promise.all(sentences.map((sentence, at) => teacher.send(sentence, `key-${at}`)));
    await colleague.send('tip 1');

    const log = await teacher.everything();
    const said = log.filter(({ from }) => from.role === 'user').map(({ text }) => text ?? '');
    const notices = log.filter(({ text }) => NOTICE.test(text ?? ''));
    expect(new Set(statuses)).toEqual(new Set([200]));
    expect(said.toSorted()).toEqual(sentences.toSorted());
    expect(log.filter(({ from }) => from.role === 'bot').length).toBeGreaterThan(sentences.length);
    expect(notices.map(({ channelData }) => channelData?.opEenLijn?.kind)).toEqual(['notice']);
    expect((await colleague.everything()).some(({ text }) => NOTICE.test(text ?? ''))).toBe(false);
  }, 30_000);
});
