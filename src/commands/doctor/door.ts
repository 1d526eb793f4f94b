import { createServer } from "node:net";
import { codeOf } from "#base/file-fault.ts";
import { bad, type Finding, good, note } from "#commands/doctor/finding.ts";
import type { Config } from "#config.ts";

/** Can the program listen there? */
export async function doorFindings({ host, port, use }: Config): Promise<Finding[]> {
  const who = use === "trial" ? "The page" : "The front door";
  const code = await new Promise<string>((resolve) => {
    const door = createServer();
    door.once("error", (thrown) => resolve(codeOf(thrown) || "unknown"));
    door.listen(port, host.replace(/^\[(.*)\]$/, "$1"), () => door.close(() => resolve("")));
  });
  if (code === "") return [good(`${who} can listen on HOST ${host}, PORT ${port}.`)];
  if (code === "EADDRINUSE") {
    return [
      note(
        `Something listens on PORT ${port} already. If that is not Voelspriet itself, choose another PORT.`,
      ),
    ];
  }
  return [
    bad(
      `${who} can not listen on HOST ${host}, PORT ${port} (${code}). Choose another PORT (1024 or higher), or leave HOST out.`,
    ),
  ];
}
