import { writeSync } from "node:fs";
import { codeOf } from "#base/file-fault.ts";
import { type LogOut, lostLine } from "#base/log.ts";

/** A pipe whose reader is a little behind is tried again so often. */
const mostTries = 20;
const pauseMs = 5;

/**
 * Lines to this file descriptor. What can not be written, because a disk is full, is lost and counted: a log may not end the
 * work that it tells of. The count goes before the first line for which there is room again.
 */
export function openLineOut(fd: number): LogOut {
  /** Of a line that was cut off: it goes first. */
  let rest: Buffer = Buffer.alloc(0);
  let lost = 0;

  return {
    write(line) {
      const tries = lost === 0 ? mostTries : 0;
      rest = leftOf(rest, fd, tries);
      if (rest.length > 0) {
        lost += 1;
        return;
      }
      const all = Buffer.from(lost === 0 ? line : `${lostLine(lost)}${line}`);
      const left = leftOf(all, fd, tries);
      if (left.length === all.length) {
        lost += 1;
        return;
      }
      rest = left;
      lost = 0;
    },
  };
}

/** Writes what there is room for, and gives what is left. */
function leftOf(bytes: Buffer, fd: number, tries: number): Buffer {
  let at = 0;
  for (let left = tries; at < bytes.length; ) {
    try {
      at += writeSync(fd, bytes, at);
    } catch (thrown) {
      if (codeOf(thrown) !== "EAGAIN" || left === 0) break;
      left -= 1;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, pauseMs);
    }
  }
  return bytes.subarray(at);
}
