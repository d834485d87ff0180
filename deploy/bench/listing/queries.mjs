// The newest 20 published articles with their outlets' names, as each of the two is asked for them.
import { isDeepStrictEqual } from 'node:util';
import { post } from '../run/check.mjs';

const queries = {
  khabar: '{ articles(first: 20) { nodes { id headline publishedAt outlet { code names { language text } } } } }',
  postgraphile: `{ articles: allArticles(
    first: 20, orderBy: [PUBLISHED_AT_DESC, PRIMARY_KEY_DESC], condition: { status: "PUBLISHED" }
  ) { nodes { id: rowId headline publishedAt outlet: outletByOutletId { code names } } } }`,
};

/** What wrk needs to know to load a server. */
export const targetOf = ({ id, url }, token, length) => ({
  url, request: { query: queries[id] }, token: id === 'khabar' ? token : undefined, length,
});

const same = ({ id, headline, publishedAt, outlet }) => ({
  id,
  headline,
  publishedAt: Date.parse(publishedAt),
  outlet: outlet.code,
  names: outlet.names.map(({ language, text }) => `${language} ${text}`).sort(),
});

/** The articles that a server lists, in one form whichever it is; and how long its answer is. */
async function listed(server, token) {
  const target = targetOf(server, token);
  const body = await post(target.url, target.request, target.token);
  const answer = JSON.parse(body.toString('utf8'));
  if (answer.errors || answer.data.articles.nodes.length !== 20) {
    throw new Error(`${server.title} answers wrongly: ${body.toString('utf8').slice(0, 500)}`);
  }
  return { articles: answer.data.articles.nodes.map(same), length: body.length };
}

/** The length of each server's answer, by its id; an error unless all list the same articles. */
export async function checkedLengths(servers, token) {
  const all = await Promise.all(servers.map((server) => listed(server, token)));
  all.forEach(({ articles }, at) => {
    if (!isDeepStrictEqual(articles, all[0].articles)) {
      throw new Error(`${servers[at].title} lists other articles than ${servers[0].title}`);
    }
  });
  return Object.fromEntries(servers.map(({ id }, at) => [id, all[at].length]));
}
