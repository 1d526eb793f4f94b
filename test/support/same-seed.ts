import * as fc from "fast-check";

// The same examples at every run, so that a red test is red for everyone; SEED=... looks for new ones.
fc.configureGlobal({ seed: Number(process.env["SEED"] ?? 20_261_121) });
