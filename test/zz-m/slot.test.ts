import { expect, test } from "vitest";
import { openSlackStage } from "../support/slack-stage.ts";

const story =
  "De vader van een meisje uit groep 5 slaat haar regelmatig, ze heeft steeds blauwe plekken op haar armen.";
test("ambiguous then newer", async () => {
  const stage = await openSlackStage();
  const juf = stage.person("juf");
  const { slack } = stage;
  const sanneDm = slack.dmOf("U0SANNE");
  slack.fail("chat.postMessage", { fault: "reset", accepted: true }, { when: (a) => a.channel === sanneDm });
  await juf.shortcut("signaal_delen");
  await slack.eventually(() => juf.view());
  juf.fillIn({ organisation: "Basisschool De Wilg", text: story });
  await juf.submit();
  await juf.close();
  await slack.quiet(30);
  await stage.house.runDue();
  const sanne = stage.person("sanne");
  console.log(sanne.messages().map((m) => m.visible.split("\n")[0] + " " + m.buttons.join()));
  await sanne.press("Ik pak dit op");
  await stage.settle();
  console.log(
    sanne.messages().map((m) => m.visible.split("\n")[0] + " " + m.buttons.join()),
    slack
      .calls()
      .slice(-12)
      .map((c) => c.method + " " + c.said),
  );
  await stage.close();
});
