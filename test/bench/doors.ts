// P1, P2, P3: from a signed message to its acknowledgement, given when it is on disk, beside the vendor's library alone.
import type { DoorRow } from "./door.ts";
import type { Figure, Group } from "./figure.ts";
import { measureSlack } from "./slack.ts";
import { measureTeams } from "./teams.ts";

export const slackDoor: Group = {
  rows: ["P1", "P2"],
  async measure() {
    const rows = await measureSlack();
    const { ours, bare } = busiest(rows);
    return [
      {
        row: "P1",
        what: "Slack: durable acknowledgements a second, beside bare Bolt",
        value: ours.perSecond / bare.perSecond,
        unit: "x",
        better: "more",
        must: 0.5,
        goal: 0.75,
        measured: rates(rows, "bare Bolt"),
      },
      {
        row: "P2",
        what: "Slack: CPU a message while answering, beside bare Bolt",
        value: ours.cpu / bare.cpu,
        unit: "x",
        better: "less",
        must: 2,
        goal: 1.4,
        measured: {
          "voelspriet µs": ours.cpu,
          "bare Bolt µs": bare.cpu,
          "with all that follows µs": ours.whole,
        },
      },
    ] satisfies Figure[];
  },
};

export const teamsDoor: Group = {
  rows: ["P3"],
  async measure() {
    const rows = await measureTeams();
    const { ours, bare } = busiest(rows);
    return [
      {
        row: "P3",
        what: "Teams: durable acknowledgements a second, beside the bare SDK",
        value: ours.perSecond / bare.perSecond,
        unit: "x",
        better: "more",
        must: 0.6,
        goal: 0.8,
        measured: {
          ...rates(rows, "bare SDK"),
          "voelspriet CPU µs": ours.cpu,
          "bare SDK CPU µs": bare.cpu,
        },
      },
    ];
  },
};

/** The ratio is that of the most connections: what the door can do. */
function busiest(rows: readonly DoorRow[]): DoorRow {
  const last = rows.at(-1);
  if (last === undefined) throw new Error("Nothing was measured at this door.");
  return last;
}

function rates(rows: readonly DoorRow[], peer: string): Readonly<Record<string, number>> {
  return Object.fromEntries(
    rows.flatMap(({ connections, ours, bare }) => [
      [`voelspriet, ${connections} at once /s`, ours.perSecond],
      [`${peer}, ${connections} at once /s`, bare.perSecond],
      [`voelspriet, ${connections} at once, p99 ms`, ours.p99],
    ]),
  );
}
