// Before a gateway is put under load: does it answer, and rightly?
import { isDeepStrictEqual } from 'node:util';

export async function post(url, request, token) {
  const response = await fetch(url, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      Accept: 'application/json',
      'Accept-Encoding': 'identity',
      ...(token ? { Authorization: `Bearer ${token}` } : {}),
    },
    body: JSON.stringify(request),
  });
  return Buffer.from(await response.arrayBuffer());
}

/** Bytes of the right answer; an error when it is not the expected one. */
export async function checkedLength(url, request, token, expected) {
  const body = await post(url, request, token);
  const text = body.toString('utf8');
  let answer;
  try {
    answer = JSON.parse(text);
  } catch {
    throw new Error(`${url} does not answer with JSON: ${text.slice(0, 500)}`);
  }
  if (answer.errors || !isDeepStrictEqual(answer.data, expected.data)) {
    throw new Error(`${url} answers wrongly: ${text.slice(0, 500)}`);
  }
  return body.length;
}
