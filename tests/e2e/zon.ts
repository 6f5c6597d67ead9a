import { expect, type Page } from '@playwright/test';

/** What somebody reads with the sun on his screen: 7:1 (WCAG 1.4.6), and targets for a thumb, in CSS pixels. */
const contrast = 7;
const doel = 44;

/**
 * All text that is in view reaches 7:1 on the colour that is really behind it, and all that can be pressed is at least
 * 44 by 44, in the light and in the dark look.
 */
export async function expectReadableInTheSun(page: Page, state: string): Promise<void> {
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme });
    expect(await page.evaluate(measure, { contrast, doel }), `${state}, ${colorScheme}`).toEqual([]);
  }
}

/** Runs in the page. Returns what is too faint or too small. */
function measure(least: { contrast: number; doel: number }): string[] {
  type Rgb = [number, number, number];
  const pixel = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
  if (!pixel) throw new Error('There is no canvas to measure with');
  /** A colour of any notation laid over another: the browser does the sum. */
  const laidOver = (colour: string, [r, g, b]: Rgb): Rgb => {
    pixel.fillStyle = `rgb(${r} ${g} ${b})`;
    pixel.fillRect(0, 0, 1, 1);
    pixel.fillStyle = colour;
    pixel.fillRect(0, 0, 1, 1);
    return Array.from(pixel.getImageData(0, 0, 1, 1).data).slice(0, 3) as Rgb;
  };
  const grounds = new Map<Element, Rgb>();
  const groundOf = (element: Element | null): Rgb => {
    if (!element) return [255, 255, 255];
    const known = grounds.get(element);
    if (known) return known;
    const ground = laidOver(getComputedStyle(element).backgroundColor, groundOf(element.parentElement));
    grounds.set(element, ground);
    return ground;
  };
  const luminance = (colour: Rgb): number => {
    const [r, g, b] = colour.map((value) => {
      const part = value / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    }) as Rgb;
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const ratio = (one: Rgb, other: Rgb): number => {
    const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
    return (light + 0.05) / (dark + 0.05);
  };
  const visible = (element: Element): boolean =>
    element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) &&
    !element.closest('.alleen-voorlezen');
  const found: string[] = [];
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let text = texts.nextNode(); text; text = texts.nextNode()) {
    const element = text.parentElement;
    const words = text.textContent?.trim().slice(0, 60);
    if (!words || !element || element.closest('script, style, noscript, option') || !visible(element)) continue;
    const ground = groundOf(element);
    const here = ratio(laidOver(getComputedStyle(element).color, ground), ground);
    if (here < least.contrast) found.push(`${here.toFixed(1)}:1 "${words}"`);
  }
  for (const element of document.querySelectorAll<HTMLElement>('a[href], button, select, input, textarea, summary')) {
    // a label around a box, or before a field for files, is what is pressed
    const pressed = element.matches('[type="checkbox"]') ? (element.closest('label') ?? element) : element;
    const { width, height } = pressed.getBoundingClientRect();
    // a skip link shows when it has the focus
    if (!visible(pressed) || element.matches('.nl-skip-link') || width === 0) continue;
    // of a link in a sentence the line decides
    if (Math.min(width, height) < least.doel - 0.5 && !element.matches('p > a')) {
      found.push(`${Math.round(width)} x ${Math.round(height)} "${element.innerText || element.title}"`);
    }
  }
  return found;
}
