// Fills article-service with generated articles, over its API, and waits until entity-service has tagged them all. What
// is stored stays in the work folder: the next run adds what is missing.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { post } from '../run/check.mjs';
import { work } from '../run/settings.mjs';
import { Articles } from './articles.mjs';
import { services } from './stack.mjs';

const AT_ONCE = 12;
const STEP = 1000;
const LOOK_EVERY = 2000;
const SAY_EVERY = 30_000;
const mark = join(work, 'own', 'stored');

const storedBefore = () => (existsSync(mark) ? Number(readFileSync(mark, 'utf8')) : 0);

/** Makes sure that the first `wanted` generated articles are stored and tagged; says how many articles there are now. */
export async function fill(stack, wanted) {
  const started = Date.now();
  const before = storedBefore();
  for (let from = before; from < wanted; from += STEP) {
    await store(stack, from, Math.min(from + STEP, wanted));
    writeFileSync(mark, String(Math.min(from + STEP, wanted)));
    if (((from / STEP) | 0) % 5 === 0) {
      console.error(`${from + STEP} of ${wanted} articles stored, ${rate(from + STEP - before, started)}`);
    }
  }
  const count = await countArticles(stack);
  await tagged(count);
  return count;
}

const rate = (count, since) => `${(count / ((Date.now() - since) / 1000)).toFixed(0)} a second`;

async function store(stack, from, to) {
  const token = await stack.token('editor');
  const articles = new Articles();
  let next = from;
  const worker = async () => {
    while (next < to) {
      await importPage(articles.page(next++), token);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
}

async function importPage({ text, outlet, url }, token) {
  const response = await fetch(`${services.articles}/imports?${new URLSearchParams({ outlet, url })}`, {
    method: 'POST',
    headers: { 'Content-Type': 'text/plain', Authorization: `Bearer ${token}` },
    body: text,
  });
  const answer = await response.text();
  if (!response.ok) {
    throw new Error(`${url} is not stored, status ${response.status}: ${answer}`);
  }
}

async function countArticles(stack) {
  const answer = await post(`${services.articles}/graphql`, { query: '{ articles(first: 1) { totalCount } }' }, await stack.token('reader'));
  return JSON.parse(answer.toString('utf8')).data.articles.totalCount;
}

// Each article is one event of the feed, at least.
async function tagged(count) {
  const started = Date.now();
  const first = await lastEvent();
  let last = first;
  for (let said = started; last < count; last = await lastEvent()) {
    if (Date.now() - said > SAY_EVERY) {
      said = Date.now();
      console.error(`${last} of ${count} articles tagged, ${rate(last - first, started)}`);
    }
    await sleep(LOOK_EVERY);
  }
}

async function lastEvent() {
  const { checks } = await (await fetch(`${services.entities}/q/health/ready`)).json();
  const { lastEventId, skippedEvents } = checks.find(({ name }) => name === 'article-feed').data;
  if (skippedEvents > 0) {
    throw new Error(`entity-service set ${skippedEvents} articles aside`);
  }
  return lastEventId;
}
