// News pages that nobody wrote: sentences with names of entity-service's catalogue, so that their mentions link. Page N
// is the same in every run.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { headlines, months, openings, outlets, sentences } from './sentences.mjs';

const CATALOGUE = fileURLToPath(new URL('../../../entity-service/src/main/resources/catalogue/', import.meta.url));
const FIRST = Date.UTC(2024, 0, 1, 6);
const MINUTES_APART = 10;
const PARAGRAPHS = 4;
const SENTENCES = 2;

const namesOf = (file) => readFileSync(`${CATALOGUE}${file}.jsonl`, 'utf8')
  .split('\n')
  .filter(Boolean)
  .map((line) => JSON.parse(line).names.ar)
  .filter(Boolean);

/** Numbers from 0 to 1 that only depend on `seed`: mulberry32 (Tommy Ettinger, 2017). */
const numbers = (seed) => {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
};

export class Articles {
  #names = {
    p: namesOf('people'),
    o: namesOf('organizations'),
    c: [...namesOf('places'), ...namesOf('territories')],
  };

  /** Page `index`, and what an import has to be told of it. */
  page(index) {
    const next = numbers(index + 1);
    const pick = (from) => from[Math.floor(next() * from.length)];
    const filled = (template) => template.replace(/\{([pocn])\}/g,
      (_, kind) => (kind === 'n' ? String(3 + Math.floor(next() * 90)) : pick(this.#names[kind])));
    const outlet = pick(outlets);
    const headline = filled(pick(headlines));
    const paragraphs = Array.from({ length: PARAGRAPHS }, (_, place) => Array.from({ length: SENTENCES },
      (_, sentence) => filled(pick(place + sentence === 0 ? openings : sentences))).join(' '));
    return {
      text: [headline, date(index), `${outlet.name} – متابعات`, ...paragraphs].join('\n\n'),
      outlet: outlet.code,
      url: `https://bench.example/${outlet.code}/${index}`,
    };
  }
}

// As Arabic news sites print it; every page has a time of its own.
function date(index) {
  const time = new Date(FIRST + index * MINUTES_APART * 60_000);
  const digits = (number) => String(number).padStart(2, '0');
  return `${time.getUTCDate()} ${months[time.getUTCMonth()]} ${time.getUTCFullYear()} `
    + `${digits(time.getUTCHours())}:${digits(time.getUTCMinutes())}`;
}
