import { expect, test } from "vitest";
import { readConfig, readSettings } from "#config.ts";

const faultsOf = (given: Record<string, string>) => readSettings(given).faults;

test("nothing is told to anybody unless it is asked for, and then only on this machine", () => {
  expect(readConfig({}).watch).toEqual({ metrics: null, heartbeatUrl: null });
  expect(readConfig({ METRICS_PORT: "9464" }).watch.metrics).toEqual({ host: "127.0.0.1", port: 9464 });
  expect(readConfig({ METRICS_PORT: "9464", METRICS_HOST: "10.0.0.5" }).watch.metrics?.host).toBe("10.0.0.5");
  expect(readConfig({ METRICS_PORT: "9464", HEARTBEAT_URL: "https://a.example/x" }).use).toBe("trial");
});

test.each(["0", "65536", "-1", "9464a", " "])("METRICS_PORT %j is refused", (port) => {
  expect(faultsOf({ METRICS_PORT: port })).toEqual([
    expect.stringContaining("METRICS_PORT is ") && expect.stringContaining("from 1 to 65535"),
  ]);
});

test("metrics have a port of their own", () => {
  for (const given of [{ METRICS_PORT: "3000" }, { METRICS_PORT: "8080", PORT: "08080" }])
    expect(faultsOf(given)).toEqual([expect.stringContaining("the same as PORT")]);
  expect(faultsOf({ METRICS_PORT: "3000", PORT: "3001" })).toEqual([]);
});

test.each([
  "http://hc-ping.example/geheim",
  "https://name:geheim@hc-ping.example/x",
  "https://hc-ping.example/geheim#x",
  "hc-ping.example/geheim",
  "ftp://hc-ping.example/geheim",
  "geheim",
])("HEARTBEAT_URL is https and nothing else, and is never shown: %s", (url) => {
  const faults = faultsOf({ HEARTBEAT_URL: url });
  expect(faults).toEqual([expect.stringContaining("HEARTBEAT_URL: expected the address")]);
  expect(faults.join()).not.toContain("geheim");
});
