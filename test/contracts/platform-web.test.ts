import { openWebStage } from "../support/web-stage.ts";
import { platformContract } from "./platform.ts";

platformContract("the door of the page", async () => {
  const stages = [await openWebStage()];
  const stopAll = async () => {
    for (const stage of stages) await stage.stop();
  };
  const [first] = stages;
  if (first === undefined) throw new Error("It was just opened.");
  return {
    platform: first.platform,
    reader: "web:leerkracht",
    // The page reads its messages from the store.
    seen: () => null,
    secrets: [],
    async reopen() {
      await stopAll();
      const next = await openWebStage();
      stages.push(next);
      return next.platform;
    },
    stop: stopAll,
    cleanup: async () => {},
  };
});
