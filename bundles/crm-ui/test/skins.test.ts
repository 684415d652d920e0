import { describe, expect, it } from 'vitest';
import { contrastWithWhite, readable, skinIds, skinOf } from '../src/theme/skins';

describe("the company's colour", () => {
  it('is told from white as the guidelines reckon it', () => {
    expect(contrastWithWhite('#000000')).toBeCloseTo(21, 1);
    expect(contrastWithWhite('#767676')).toBeCloseTo(4.54, 2);
  });

  it('is darkened only as far as it must be', () => {
    expect(contrastWithWhite(readable('#ff9900'))).toBeGreaterThanOrEqual(4.5);
    expect(contrastWithWhite(readable('#ff9900'))).toBeLessThan(4.8);
    expect(readable('#0f766e')).toBe('#0f766e');
  });

  it('is what those see who chose nothing', () => {
    expect(skinOf('light', '#123456').brand).toBe('#123456');
    expect(skinOf('indigo', '#123456').id).toBe('indigo');
    expect(skinOf('company', '').id).toBe('lagoon');
    expect(skinIds('').includes('company')).toBe(false);
  });
});
