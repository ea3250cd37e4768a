/** Speaking to the simulator: one person's acts and what they read. */
export class Server {
  constructor(person) {
    this.base = `/chat/people/${person}`;
  }

  act(what, body) {
    return post(`${this.base}/${what}`, body);
  }

  chat(limit, before) {
    return send(`${this.base}/chat?limit=${limit}${before ? `&before=${before}` : ''}`, {});
  }

  invoice(link) {
    return send(`${this.base}/invoice?link=${encodeURIComponent(link)}`, {});
  }

  wallet() {
    return send(`${this.base}/wallet`, {});
  }

  /**
   * Sends files in one go.
   * @param told called with the share that is on its way, 0 to 1
   * @param abort ends it
   */
  upload(what, files, caption, told, abort) {
    const form = new FormData();
    files.forEach((file) => form.append('file', file, file.name || 'photo.jpg'));
    if (caption) {
      form.append('caption', caption);
    }
    return new Promise((done, failed) => {
      const request = new XMLHttpRequest();
      request.open('POST', `${this.base}/${what}`);
      request.responseType = 'json';
      request.upload.onprogress = (event) => event.total && told(event.loaded / event.total);
      request.onload = () => (request.status === 200 ? done(request.response)
        : failed(new Error(request.response?.error || `HTTP ${request.status}`)));
      request.onerror = () => failed(new TypeError('no connection'));
      request.onabort = () => failed(new DOMException('stopped', 'AbortError'));
      abort.addEventListener('abort', () => request.abort());
      request.send(form);
    });
  }
}

export function people() {
  return send('/chat/people', {});
}

export function meet(id, firstName, languageCode) {
  return post('/chat/people', { id, first_name: firstName, language_code: languageCode });
}

function post(address, body) {
  return send(address, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
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
