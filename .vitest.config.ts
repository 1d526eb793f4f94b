import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";

const journeys = "test/journeys/**/*.test.ts";

export default defineConfig({
  test: {
    setupFiles: ["test/support/same-seed.ts"],
    // Much of a test is waiting: three at once also where there are but two cores.
    maxWorkers: Math.max(3, availableParallelism()),
    testTimeout: 60_000,
    hookTimeout: 60_000,
    projects: [
      {
        extends: true,
        test: { name: "all", include: ["test/**/*.test.ts"], exclude: ["test/browser/**", "test/postgres/**"] },
      },
      {
        // Every journey once more, through the real Slack door over HTTP. The kills have a process of their own.
        extends: true,
        test: {
          name: "through Slack",
          include: [journeys],
          exclude: ["test/journeys/kill.test.ts"],
          env: { STAGE_DOOR: "slack" },
        },
      },
      {
        // And once more through the real Teams door.
        extends: true,
        test: {
          name: "through Teams",
          include: [journeys],
          exclude: ["test/journeys/kill.test.ts"],
          env: { STAGE_DOOR: "teams" },
        },
      },
      {
        // And once more on PostgreSQL, with what only that store has.
        extends: true,
        test: {
          name: "on PostgreSQL",
          include: [journeys, "test/postgres/**/*.test.ts"],
          exclude: ["test/journeys/kill.test.ts"],
          env: { STAGE_STORE: "postgres" },
          globalSetup: ["test/support/postgres/for-tests.ts"],
        },
      },
    ],
  },
});
