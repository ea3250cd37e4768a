/** Speaking to the simulator: one person's acts, and the stream of what happens. */
export class Server {
  constructor(person) {
    this.base = `/chat/people/${person}`;
  }

  act(what, body) {
    return send(`${this.base}/${what}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });
  }

  upload(what, files, caption) {
    const form = new FormData();
    files.forEach((file) => form.append('file', file, file.name || 'photo.jpg'));
    if (caption) {
      form.append('caption', caption);
    }
    return send(`${this.base}/${what}`, { method: 'POST', body: form });
  }

  /** Follows the chat; after a break the browser comes back by itself and gets the whole state again. */
  follow(handlers) {
    const stream = new EventSource(`${this.base}/events`);
    Object.entries(handlers).forEach(([name, handler]) => {
      if (name !== 'lost') {
        stream.addEventListener(name, (event) => handler(JSON.parse(event.data)));
      }
    });
    stream.onerror = () => {
      handlers.lost();
      if (stream.readyState === EventSource.CLOSED) {
        setTimeout(() => this.follow(handlers), 1500);
      }
    };
  }
}

export function people() {
  return send('/chat/people', {});
}

export function meet(id, firstName, languageCode) {
  return send('/chat/people', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ id, first_name: firstName, language_code: languageCode }),
  });
}

async function send(address, options) {
  const answer = await fetch(address, options);
  const body = await answer.json();
  if (!answer.ok) {
    throw new Error(body.error);
  }
  return body;
}
