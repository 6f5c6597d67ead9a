import { defineConfig } from '@playwright/test';
import { chromiumOptions } from './scripts/test/chromium.ts';

const sizes = {
  desktop: { width: 1440, height: 900 },
  tablet: { width: 1024, height: 768 },
  phone: { width: 390, height: 844 },
};

/** Walks that every size must be able to make, and walks that are about data or engines and need one size. */
const everySize = /(walks|axe)\.spec\.ts/;

export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results',
  globalSetup: './tests/e2e/servers.ts',
  // a busy machine draws maps slowly; what is wrong stays wrong
  timeout: 120_000,
  expect: { timeout: 15_000 },
  workers: 2,
  fullyParallel: false,
  forbidOnly: true,
  retries: 0,
  use: {
    // the map jumps instead of flying: drawn without a graphics card each frame counts. otterlo.spec.ts does see it fly
    contextOptions: { reducedMotion: 'reduce' },
    locale: 'nl-NL',
    timezoneId: 'Europe/Amsterdam',
    // what a test puts in the place of the network would not reach it; offline.spec.ts is about it
    serviceWorkers: 'block',
    // no trace: to film the page and to copy it at each step takes a sixth of the processor; `--trace on` makes one
    screenshot: 'only-on-failure',
    launchOptions: chromiumOptions,
  },
  projects: [
    { name: 'desktop', use: { viewport: sizes.desktop } },
    { name: 'tablet', use: { viewport: sizes.tablet, hasTouch: true }, testMatch: everySize },
    { name: 'phone', use: { viewport: sizes.phone, hasTouch: true, isMobile: true }, testMatch: everySize },
  ],
});
