import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'pure',
          // walks over every way through a set of rules take seconds on a busy machine
          testTimeout: 30_000,
          // nothing here keeps state between files, so that what they share is loaded once
          isolate: false,
          restoreMocks: true,
          maxWorkers: 2,
          include: [
            '{server,db,scripts}/**/*.test.ts',
            'tests/architecture/**/*.test.ts',
            'tests/gevallen/**/*.test.ts',
          ],
        },
      },
      {
        test: {
          name: 'client',
          include: ['client/**/*.test.{ts,tsx}'],
          testTimeout: 30_000,
          maxWorkers: 2,
        },
      },
      {
        test: {
          name: 'database',
          include: ['tests/{queries,contract,import,failure}/**/*.test.ts'],
          globalSetup: 'tests/database-setup.ts',
          testTimeout: 60_000,
          hookTimeout: 120_000,
          maxWorkers: 2,
        },
      },
    ],
  },
});
