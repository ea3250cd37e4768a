const INVOICE = /^https:\/\/t\.me\/\$[\w-]+$/;

/** An address a person may follow; nothing for those that would run something. */
export function safe(address) {
  try {
    const url = new URL(/^[a-z][a-z0-9+.-]*:/i.test(address) ? address : `https://${address}`);
    return ['http:', 'https:', 'tg:', 'mailto:'].includes(url.protocol) ? url.href : null;
  } catch {
    return null;
  }
}

/** What a link does inside the chat: a start of this very bot, an invoice; nothing for other links. */
export function deed(address, pane) {
  const start = botStart(address, pane.bot);
  if (start) {
    return () => pane.say(start);
  }
  return INVOICE.test(address) ? () => pane.payLink(address) : null;
}

function botStart(address, bot) {
  const found = /^(?:https?:\/\/)?t\.me\/(\w+)(?:\?start=([\w-]{1,64}))?$/i.exec(address);
  if (!found || found[1].toLowerCase() !== bot?.username?.toLowerCase()) {
    return null;
  }
  return found[2] ? `/start ${found[2]}` : '/start';
}
