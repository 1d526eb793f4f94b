/** Why the server did not do what was asked: `code` is a name in words.js. */
export class Fault extends Error {
  constructor(code) {
    super(code);
    this.code = code;
  }
}

async function ask(path, options) {
  let response;
  try {
    response = await fetch(path, options);
  } catch {
    throw new Fault("unreachable");
  }
  const body = await response.json().catch(() => ({}));
  if (response.ok) return body;
  throw new Fault(typeof body.error === "string" ? body.error : "our_fault");
}

function post(path, body) {
  return ask(path, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(body),
  });
}

/** Everything on the page, for these personas. */
export function getState(chosen) {
  const query = new URLSearchParams(Object.entries(chosen).filter(([, address]) => address));
  return ask(`/api/state?${query}`);
}

export function getExamples(language) {
  return ask(`/api/examples?lang=${language}`).then((body) => body.examples);
}

export function getGallery(language) {
  return ask(`/api/gallery?lang=${language}`);
}

/** Presses a button or sends a dialog. An answer that got lost is asked for once more: the same key is the same press. */
export async function sendPress(press) {
  try {
    return await post("/api/press", press);
  } catch (fault) {
    if (fault.code !== "unreachable") throw fault;
    await new Promise((resolve) => setTimeout(resolve, 600));
    return post("/api/press", press);
  }
}

export function turnClock(move) {
  return post("/api/clock", { move });
}

export function startAgain() {
  return post("/api/reset", {});
}

/** Calls back when something changed, and tells whether the line is open. */
export function listen(onChange, onLine) {
  const events = new EventSource("/events");
  events.addEventListener("message", onChange);
  events.addEventListener("open", () => {
    onLine(true);
    onChange();
  });
  events.addEventListener("error", () => onLine(false));
}
