// The table of searches, of what each run wrote down.
import { readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus } from 'node:os';
import { join } from 'node:path';
import { digits, intoReadme, table } from '../run/report.mjs';

const [work, option] = process.argv.slice(2);
const lines = readFileSync(join(work, 'search.jsonl'), 'utf8').trim().split('\n').map((line) => JSON.parse(line));
const sizes = [...new Set(lines.map(({ articles }) => articles))].sort((a, b) => a - b);
const timed = lines.filter(({ event }) => event === 'timed');
const names = [...new Set(timed.map(({ query }) => query))];
const count = (number) => number.toLocaleString('en');

const cell = (query, who, articles) => {
  const found = timed.find((line) => line.query === query && line.who === who && line.articles === articles);
  return found ? `${digits(found.p50)} / ${digits(found.p95)}` : '';
};
const rows = names.flatMap((query) => ['Khabar', 'bare SQL']
  .filter((who) => timed.some((line) => line.query === query && line.who === who))
  .map((who) => [query, who, ...sizes.map((articles) => cell(query, who, articles))]));
const written = (articles) => lines.find((line) => line.event === 'written' && line.articles === articles)?.perSecond;
const filled = lines.filter(({ event }) => event === 'filled').map(
  ({ articles, stored, indexed, table: rows, vectors, index, all }) => [
    count(articles), digits(stored), digits(indexed), ...[rows, vectors, index, all].map((bytes) => digits(bytes / 1e6)),
    digits(written(articles))]);
const day = new Date().toISOString().slice(0, 10);
const content = `${day}, ${availableParallelism()} cores (${cpus()[0].model.trim()}) for PostgreSQL and the searching process`
  + ` together, one search at a time. \`deploy/bench/search/run ${sizes.join(' ')}\`; p50 / p95 in ms.\n\n`
  + table(['Search', '', ...sizes.map((size) => `${count(size)} articles`)], rows) + '\n\n'
  + table(['Articles', 'stored, s', 'indexed, s', 'rows, MB', 'vectors, MB', 'index, MB', 'all, MB', 'then written a second'], filled);
console.log(`\n${content}\n`);
writeFileSync(join(work, 'search.md'), `${content}\n`);
if (option === '--write') {
  intoReadme('search', content);
}
