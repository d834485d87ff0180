// Reads what a JVM with the serial collector says of its collections: -Xlog:gc,gc+heap:file=…:timemillis.
import { readFileSync } from 'node:fs';

export const gcLogging = (file) => `-Xlog:gc=info,gc+heap=info:file=${file}:timemillis:filecount=0`;

const KILO = 1024;

/** The collections in their order: when, whether of the whole heap, and what was in use after it, in MB. */
export function collections(file) {
  const byNumber = new Map();
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    const [, time, number] = /^\[(\d+)ms\] GC\((\d+)\)/.exec(line) ?? [];
    if (number === undefined) {
      continue;
    }
    const collection = byNumber.get(number) ?? { usedMb: 0 };
    const used = /(?:DefNew|Tenured): \d+K\(\d+K\)->(\d+)K/.exec(line)?.[1] ?? 0;
    const pause = /Pause (Young|Full)/.exec(line)?.[1];
    byNumber.set(number, {
      time: Number(time),
      usedMb: collection.usedMb + Number(used) / KILO,
      full: pause ? pause === 'Full' : collection.full,
      pauseMs: pause ? Number(/([\d.]+)ms$/.exec(line)?.[1]) : collection.pauseMs,
    });
  }
  return [...byNumber.values()].filter(({ full }) => full !== undefined);
}
