// The query, and what it should be answered: put together here from what the services say when they are asked directly.
import { post } from '../run/check.mjs';
import { services } from './stack.mjs';

const ARTICLE = 'id headline publishedAt outlet { name(language: "en") { text } }';
const MENTIONS = 'mentions { surface block start end entity { __typename id name(language: "en") { text } } }';

export const newest = { query: `query Newest { articles(first: 20) { nodes { ${ARTICLE} ${MENTIONS} } } }` };

export async function expectedNewest(token) {
  const ask = async (service, request) => {
    const answer = JSON.parse((await post(`${services[service]}/graphql`, request, token)).toString('utf8'));
    if (answer.errors) {
      throw new Error(`the ${service} answer with errors: ${JSON.stringify(answer.errors)}`);
    }
    return answer.data;
  };
  const { articles } = await ask('articles', { query: `{ articles(first: 20) { nodes { ${ARTICLE} } } }` });
  const { _entities: tagged } = await ask('entities', {
    query: `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Article { ${MENTIONS} } } }`,
    variables: { of: articles.nodes.map(({ id }) => ({ __typename: 'Article', id })) },
  });
  const nodes = articles.nodes.map((article, index) => ({ ...article, mentions: tagged[index].mentions }));
  return { data: { articles: { nodes } } };
}
