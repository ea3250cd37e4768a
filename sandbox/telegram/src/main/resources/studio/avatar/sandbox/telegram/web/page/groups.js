/** Messages as they stand under each other: days, albums as one, the last of each speaker marked. */
export function grouped(messages) {
  const groups = [];
  let day = '';
  messages.forEach((message) => {
    const today = new Date(message.date * 1000).toDateString();
    if (today !== day) {
      groups.push({ day: today });
      day = today;
    }
    const last = groups.at(-1);
    if (message.media_group_id && last.messages?.[0].media_group_id === message.media_group_id) {
      last.messages.push(message);
    } else {
      groups.push({ key: `m${message.message_id}`, messages: [message] });
    }
  });
  groups.forEach((group, index) => {
    const following = groups[index + 1]?.messages?.[0];
    group.tail = group.messages && following?.from_bot !== group.messages[0].from_bot;
  });
  return groups;
}

export function dayName(day, words) {
  const date = new Date(day);
  const away = Math.round((new Date(new Date().toDateString()) - date) / 86_400_000);
  if (away < 2) {
    return away === 0 ? words.today : words.yesterday;
  }
  const year = away > 300 ? 'numeric' : undefined;
  return date.toLocaleDateString(words.locale, { day: 'numeric', month: 'long', year });
}

export function timeOf(message, words) {
  const shape = { hour: '2-digit', minute: '2-digit', hour12: false };
  return new Date(message.date * 1000).toLocaleTimeString(words.locale, shape);
}

/** What nobody said but happened: a payment, one given back; nothing for other messages. */
export function serviceWords({ successful_payment: payment, refunded_payment: refund }, words) {
  if (payment) {
    return words.paidFor(payment.total_amount);
  }
  return refund ? words.returned(refund.total_amount) : null;
}
