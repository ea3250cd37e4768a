/** How often what may be asked twice is asked again when it was cut off, and how long after, in milliseconds. */
const AGAIN = 4;
const PAUSE = 250;

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
  return post('/chat/people', { id, first_name: firstName, language_code: languageCode }, AGAIN);
}

function post(address, body, again = 0) {
  return send(address, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  }, again);
}

async function send(address, options, again = AGAIN) {
  const answer = await reach(address, options, again);
  const body = await answer.json();
  if (!answer.ok) {
    throw new Error(body.error);
  }
  return body;
}

/** A computer that changes its network cuts off what is on its way; the server may have heard it or not. */
async function reach(address, options, again) {
  try {
    return await fetch(address, options);
  } catch (error) {
    if (!again) {
      throw error;
    }
    await new Promise((done) => setTimeout(done, PAUSE));
    return reach(address, options, again - 1);
  }
}
