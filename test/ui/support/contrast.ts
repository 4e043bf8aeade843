import type { Locator } from 'playwright-core';

/** How well a part of the page can be seen. */
export interface Contrast {
  readonly text: string;
  /** From 1 (same colour) to 21 (black on white), as WCAG 2 defines it. */
  readonly ratio: number;
}

interface Painted {
  readonly text: string;
  readonly color: string;
  /** Product of its own opacity and that of everything around it. */
  readonly opacity: number;
  /** What lies behind it, nearest first; the last one is opaque. */
  readonly backgrounds: readonly string[];
}

/** What is used of the page's DOM: the DOM's own types are for pages, and this code is not one. */
interface PageElement {
  readonly parentElement: PageElement | null;
  readonly textContent: string | null;
}
interface Page {
  getComputedStyle(element: PageElement): Readonly<Record<'color' | 'backgroundColor' | 'opacity', string>>;
}

/** The contrast of the foreground colour of each matching element with what lies behind it. */
export async function contrasts(elements: Locator): Promise<Contrast[]> {
  const painted = await elements.evaluateAll((found) => {
    const page = globalThis as unknown as Page;
    return (found as unknown as PageElement[]).map((element): Painted => {
      const backgrounds: string[] = [];
      let opacity = 1;
      for (let at: PageElement | null = element; at; at = at.parentElement) {
        const style = page.getComputedStyle(at);
        opacity *= Number(style.opacity);
        backgrounds.push(style.backgroundColor);
        if (style.backgroundColor.startsWith('rgb(')) break;
      }
      const text = element.parentElement?.textContent ?? '';
      return { text, color: page.getComputedStyle(element).color, opacity, backgrounds };
    });
  });
  return painted.map(({ text, color, opacity, backgrounds }) => {
    const behind = backgrounds.map(parseColor).reduceRight((under, over) => blend(over, under), black);
    const [red, green, blue, alpha] = parseColor(color);
    return { text, ratio: ratioOf(blend([red, green, blue, alpha * opacity], behind), behind) };
  });
}

/** Red, green and blue from 0 to 255, alpha from 0 to 1. */
type Color = readonly [red: number, green: number, blue: number, alpha: number];

const black: Color = [0, 0, 0, 1];

function parseColor(css: string): Color {
  const [red = 0, green = 0, blue = 0, alpha = 1] = (css.match(/[\d.]+/g) ?? []).map(Number);
  return [red, green, blue, alpha];
}

function blend(over: Color, under: Color): Color {
  const mix = (index: 0 | 1 | 2): number => over[index] * over[3] + under[index] * (1 - over[3]);
  return [mix(0), mix(1), mix(2), 1];
}

function ratioOf(a: Color, b: Color): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

function luminance([red, green, blue]: Color): number {
  const linear = (value: number): number => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}
