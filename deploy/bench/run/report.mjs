// Numbers, tables, and where they go.
import { readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { bench, cores, work } from './settings.mjs';

export const median = (values) => {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
};

export const medianOf = (results, key) => median(results.map((result) => result[key]));

export const sumOf = (results, key) => results.reduce((sum, result) => sum + result[key], 0);

/** A number with about three digits. */
export const digits = (value) => {
  if (!Number.isFinite(value) || value === 0) {
    return '–';
  }
  return value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2);
};

export function table(head, rows) {
  const line = (cells) => `| ${cells.join(' | ')} |`;
  const rule = head.map((_, index) => (index === 0 ? '---' : '--:'));
  return [head, rule, ...rows].map(line).join('\n');
}

export function machine(options) {
  const day = new Date().toISOString().slice(0, 10);
  const compared = options.rounds
    ? `; peers on Node ${process.version}, ${cores} workers each; ${options.rounds > 1 ? `medians of ${options.rounds} alternating rounds` : 'one round'} of ${options.seconds} s`
    : '';
  const quick = options.quick ? ' **Quick run: not to be quoted.**' : '';
  return `${day}, ${cores} cores (${cpus()[0].model.trim()}) for gateway, subgraphs and load together${compared}.${quick}`;
}

/** Prints a result and keeps it; with --write it also takes its place in the README. */
export function publish(name, text, options, details, heading = machine(options)) {
  const content = `${heading}\n\n${text}`;
  console.log(`\n${content}\n`);
  writeFileSync(join(work, `${name}.md`), `${content}\n`);
  writeFileSync(join(work, `${name}.json`), JSON.stringify(details, null, 1));
  if (options.write) {
    intoReadme(name, content);
  }
}

/** Puts a text between the marks of its name in the README. */
export function intoReadme(name, content) {
  const file = join(bench, 'README.md');
  const readme = readFileSync(file, 'utf8');
  const place = new RegExp(`(<!-- ${name} -->\n)[^]*?(<!-- /${name} -->)`);
  if (!place.test(readme)) {
    throw new Error(`README.md has no place for ${name}`);
  }
  writeFileSync(file, readme.replace(place, (_, start, end) => `${start}${content}\n${end}`));
}
