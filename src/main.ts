import type { Stop } from "#chat/platform.ts";
import type { Config } from "#config.ts";

// Before anything native is loaded: an older Node ends in a crash without a word (SQLite's module needs Node 24).
if (Number(process.versions.node.split(".")[0]) < 24) {
  process.stderr.write(
    `Voelspriet needs Node 24; this is ${process.versions.node}. Start it with "npm start": the right Node comes with "npm ci".\n`,
  );
  process.exit(1);
}

/** What was started, and what is said about it. */
interface Running {
  readonly stop: Stop;
  readonly said: string;
}

const { keepCompiled, writeCompiled } = await import("#start/keep-compiled.ts");
keepCompiled();
const { readyToStart } = await import("#start/checks.ts");
const { complaintOf } = await import("#base/complaint.ts");

// A setting typed behind the command would do nothing, in silence.
if (process.argv.length > 2) {
  process.stderr.write(
    "npm start takes no arguments. Settings are environment variables, such as: PORT=3001 npm start\n",
  );
  process.exit(2);
}

const { Problem } = await import("#base/problem.ts");
/** Less than what a machine allows: docs/beheer/voelspriet.service, and ten seconds for a container. */
const longestStopMs = 9_500;
const stoppedLate = new Problem(
  "retry",
  "Voelspriet did not stop in time and was ended. Nothing that was confirmed is lost.",
);

try {
  const config = readyToStart();
  const served = await (config.use === "real" ? real(config) : trial(config));
  let stopping = false;
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.on(signal, () => {
      // A second Ctrl+C does not wait.
      if (stopping) process.exit(1);
      stopping = true;
      // Something hangs: an end like a kill, which loses nothing that was confirmed.
      setTimeout(() => fail(stoppedLate), longestStopMs).unref();
      served.stop().then(
        () => process.exit(0),
        (thrown: unknown) => fail(thrown),
      );
    });
  }
  writeCompiled();
  // Nobody hears it, or the disk that it goes to is full: no reason to end.
  process.stdout.on("error", () => {});
  // Said last: whoever waits for this line may stop it at once.
  process.stdout.write(`${served.said}\n`);
} catch (thrown) {
  fail(thrown);
}

async function trial(config: Config): Promise<Running> {
  const { serveTrial } = await import("#start/serve-trial.ts");
  const { url, stop } = await serveTrial(config);
  return { stop, said: `Voelspriet draait (proefomgeving, geen echte gegevens): ${url}` };
}

async function real(config: Config): Promise<Running> {
  const { serve } = await import("#start/serve.ts");
  const { url, stop } = await serve(config);
  const { slack, teams } = config;
  const slackWay = slack?.inbound.how === "http" ? `via HTTP (${url}/slack/events)` : "via Socket Mode";
  const platforms = [
    ...(slack === null ? [] : [`Slack ${slackWay}`]),
    ...(teams === null ? [] : [`Teams (${url}/api/messages)`]),
  ];
  return { stop, said: `Voelspriet draait met ${platforms.join(" en ")}. Gezondheid: ${url}/health` };
}

function fail(thrown: unknown): never {
  process.stderr.write(`${complaintOf(thrown)}\n`);
  process.exit(1);
}
