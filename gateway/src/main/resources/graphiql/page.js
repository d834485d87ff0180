'use strict';

// The token is kept for this tab only and sent to this gateway only.
const KEY = 'khabar.token';
const root = ReactDOM.createRoot(document.getElementById('graphiql'));
const state = document.getElementById('token-state');

function fetcher(params, options) {
  const headers = { 'Content-Type': 'application/json', ...((options && options.headers) || {}) };
  const token = sessionStorage.getItem(KEY);
  if (token && !Object.keys(headers).some((name) => name.toLowerCase() === 'authorization')) {
    headers.Authorization = 'Bearer ' + token;
  }
  return fetch('../graphql', { method: 'POST', headers, body: JSON.stringify(params) }).then((answer) => answer.json());
}

let version = 0;

function render() {
  state.textContent = sessionStorage.getItem(KEY) ? 'A token is set.' : 'No token is set.';
  root.render(
    React.createElement(GraphiQL, {
      key: version,
      fetcher,
      isHeadersEditorEnabled: true,
      shouldPersistHeaders: false,
    }),
  );
}

document.getElementById('token-form').addEventListener('submit', (event) => {
  event.preventDefault();
  const field = document.getElementById('token');
  const token = field.value.trim().replace(/^Bearer\s+/i, '');
  if (token) {
    sessionStorage.setItem(KEY, token);
  } else {
    sessionStorage.removeItem(KEY);
  }
  field.value = '';
  version += 1; // A new instance asks for the schema again.
  render();
});

render();
