import { loadContent } from '../../content/load.ts';
import { createLanguage } from '../../dialogs/language/createLanguage.ts';

const content = loadContent();
const before = memoryMb();
const began = performance.now();
const { recognizer } = createLanguage(content);
const readyMs = performance.now() - began;
recognizer.recognize('Wat naar om te horen. Wat merkt u thuis aan haar?', 'nl');
const firstTurnMs = performance.now() - began - readyMs;
recognizer.recognize('How awful. What do you notice at home?', 'en');
process.stdout.write(JSON.stringify({ readyMs, firstTurnMs, memoryMb: memoryMb() - before }));

function memoryMb(): number {
  globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return (heapUsed + arrayBuffers) / 2 ** 20;
}
