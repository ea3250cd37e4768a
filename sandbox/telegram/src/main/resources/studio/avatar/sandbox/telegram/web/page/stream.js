/** How long to wait before asking again when the server is not there, in milliseconds. */
const AGAIN = 1500;

const EVENTS = ['message', 'deleted', 'action', 'answered', 'commands', 'person', 'read'];

/** Opens the stream of all chats, again and again. Names told: those above, `open` and `lost`. */
export function listen(tell) {
  const stream = new EventSource('/chat/events');
  stream.addEventListener('open', (event) => event.data && tell('open'));
  EVENTS.forEach((name) => stream.addEventListener(name, (event) => {
    const { chat, content } = JSON.parse(event.data);
    tell(name, chat, content);
  }));
  stream.onerror = () => {
    tell('lost');
    if (stream.readyState === EventSource.CLOSED) {
      setTimeout(() => listen(tell), AGAIN);
    }
  };
}

/**
 * Follows all chats. A browser opens six connections to one server and no more, so the tabs share one stream where
 * they can.
 */
export function follow(tell) {
  if (typeof SharedWorker === 'undefined') {
    listen(tell);
    return;
  }
  const worker = new SharedWorker('stream-worker.js', { type: 'module' });
  worker.onerror = () => listen(tell);
  worker.port.onmessage = ({ data }) => tell(...data);
  worker.port.start();
  addEventListener('pagehide', ({ persisted }) => persisted || worker.port.postMessage('gone'));
}
