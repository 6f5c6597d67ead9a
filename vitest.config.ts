import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'pure',
          // walks over every way through a set of rules take seconds on a busy machine
          testTimeout: 30_000,
          sequence: { groupOrder: 0 },
          include: [
            '{server,client,db,scripts}/**/*.test.{ts,tsx}',
            'tests/architecture/**/*.test.ts',
            'tests/gevallen/**/*.test.ts',
          ],
        },
      },
      {
        test: {
          name: 'database',
          sequence: { groupOrder: 1 },
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
