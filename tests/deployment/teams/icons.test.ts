import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { pngHeader } from '../../../deployment/teams/pngHeader.ts';
import { pngPixels } from './pngPixels.ts';

const icon = (name: string) => readFileSync(join(import.meta.dirname, '../../../deployment/teams/icons', name));

describe('the icons of the app in Teams', () => {
  it('have the sizes that Teams asks for', () => {
    expect(pngHeader(icon('color.png'))).toMatchObject({ width: 192, height: 192 });
    expect(pngHeader(icon('outline.png'))).toMatchObject({ width: 32, height: 32 });
  });

  it('fill the whole square in colour, since Teams rounds the corners itself', () => {
    const pixels = pngPixels(icon('color.png'));

    expect(pixels.every(([, , , alpha]) => alpha === 255)).toBe(true);
  });

  it('keep the logo in colour within the middle 120 pixels', () => {
    const pixels = pngPixels(icon('color.png'));
    const background = pixels[0];

    const drawn = pixels.flatMap((pixel, at) => (String(pixel) === String(background) ? [] : [at]));
    const outside = drawn.filter((at) => [at % 192, Math.floor(at / 192)].some((place) => place < 36 || place >= 156));

    expect(drawn.length).toBeGreaterThan(1000);
    expect(outside).toEqual([]);
  });

  it('draw the outline in white on nothing, so that Teams can colour it', () => {
    const pixels = pngPixels(icon('outline.png'));
    const visible = pixels.filter(([, , , alpha]) => alpha > 0);

    expect(visible.length).toBeGreaterThan(100);
    expect(visible.length).toBeLessThan(pixels.length / 2);
    expect(visible.every(([red, green, blue]) => red === 255 && green === 255 && blue === 255)).toBe(true);
  });
});
