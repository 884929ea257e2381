import { describe, expect, it } from '@jest/globals';
import { plainText } from '../../../../bot/channels/teams/extension/plainText.ts';

describe('the words of a message in Teams', () => {
  it.each([
    ['<p>Dag juf</p><p>Tot morgen</p>', 'Dag juf\nTot morgen'],
    ['<div>een<br>twee</div>', 'een\ntwee'],
    ['caf&eacute; &amp; &quot;thee&quot;&nbsp;&#8364;5 &#x20AC;5', 'café & "thee" €5 €5'],
    ['hoi <at id="0">Anna</at>!', 'hoi Anna!'],
    ['leuk <emoji alt="🙂" title="Smile"></emoji>', 'leuk 🙂'],
    ['<img alt="👍" src="https://x.example/a.png">', '👍'],
    ['<blockquote itemtype="http://schema.skype.com/Reply"><p>ik eis</p></blockquote><p>dank u</p>', 'dank u'],
    ['<script>alert(1)</script>dag', 'dag'],
    ['als 3 < 4 en 5 > 4', 'als 3 < 4 en 5 > 4'],
    ['<p>&lt;b&gt;geen vet&lt;/b&gt;</p>', '<b>geen vet</b>'],
    ['<p>niet gesloten', 'niet gesloten'],
    ['dag <onafgemaakt', 'dag <onafgemaakt'],
    ['', ''],
  ])('in %j are %j', (html, words) => {
    expect(plainText(html)).toBe(words);
  });

  it('are found in a body of any length', () => {
    expect(plainText('<'.repeat(200_000)).length).toBeLessThanOrEqual(40_000);
    expect(plainText(`${'<blockquote>'.repeat(5_000)}nee`)).toBe('');
  });
});
