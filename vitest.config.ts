/** How tests run: patiently, since a machine may be busy otherwise, and with a turn of the event loop between two of them. */
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: { testTimeout: 120_000, setupFiles: ['house-rules/turns.ts'] },
});
