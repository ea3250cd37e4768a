// Watches events as they come: the newest on top, paused on wish, what is lost said.
(() => {
	const tail = document.getElementById('tail');
	if (!document.getElementById('watch')) {
		return;
	}
	const SHOWN = 200;
	const rows = document.getElementById('events');
	const watch = document.getElementById('watch');
	const pause = document.getElementById('pause');
	const state = document.getElementById('tail-state');
	const lostBadge = document.getElementById('tail-lost');
	let source = null;
	let paused = false;
	let held = [];
	let lost = 0;

	function say(text, kind) {
		state.textContent = text;
		state.className = 'state soft ' + kind;
	}

	function lose(count) {
		lost += count;
		lostBadge.hidden = lost === 0;
		lostBadge.textContent = (Number.isNaN(lost) ? 'some' : lost) + ' not shown: too many came at once';
	}

	function link(address, text) {
		const a = document.createElement('a');
		a.href = address;
		a.append(text);
		return a;
	}

	function cell(row, content, kind) {
		const td = document.createElement('td');
		td.className = kind || '';
		td.append(content === null || content === undefined ? '' : content);
		row.append(td);
	}

	function code(text) {
		const element = document.createElement('code');
		element.textContent = text || '';
		return element;
	}

	function placeOf(event) {
		return ['/events', encodeURIComponent(event.topic), event.partition, event.offset].join('/');
	}

	// After a lost connection some are told a second time.
	function isThere(event) {
		return rows.querySelector('a[href="' + placeOf(event) + '"]') !== null;
	}

	function row(event) {
		const tr = document.createElement('tr');
		tr.className = 'fresh';
		cell(tr, link(placeOf(event), event.recordedAt.replace('T', ' ').slice(0, 19)), 'fixed');
		cell(tr, event.topic);
		cell(tr, code(event.type));
		cell(tr, event.key === null ? '' : link('/events?key=' + encodeURIComponent(event.key), event.key));
		cell(tr, event.source);
		cell(tr, event.excerpt, 'says mono');
		cell(tr, event.correlationId === null ? '' : link('/story?id=' + encodeURIComponent(event.correlationId), 'follow'));
		setTimeout(() => tr.classList.remove('fresh'), 1500);
		return tr;
	}

	function show(events) {
		document.getElementById('found').hidden = false;
		const nothing = document.getElementById('nothing');
		if (nothing) {
			nothing.remove();
		}
		events.filter((event) => !isThere(event)).forEach((event) => rows.prepend(row(event)));
		while (rows.children.length > SHOWN) {
			rows.lastElementChild.remove();
		}
	}

	function hear(events) {
		if (!paused) {
			show(events);
			return;
		}
		held = held.concat(events.filter((event) => !held.some((other) => placeOf(other) === placeOf(event))));
		if (held.length > SHOWN) {
			lose(held.length - SHOWN);
			held = held.slice(-SHOWN);
		}
		say('paused, ' + held.length + ' waiting', '');
	}

	function stop() {
		if (source) {
			source.close();
		}
		source = null;
		paused = false;
		held = [];
		watch.textContent = 'Watch live';
		pause.hidden = true;
		say('not watching', '');
	}

	function start() {
		lost = 0;
		lose(0);
		source = new EventSource('/api/events/tail?' + tail.dataset.query);
		watch.textContent = 'Stop watching';
		pause.hidden = false;
		pause.textContent = 'Pause';
		say('connecting …', '');
		source.addEventListener('open', () => (paused ? say('paused, ' + held.length + ' waiting', '') : say('live', 'live')));
		source.addEventListener('events', (message) => hear(JSON.parse(message.data)));
		source.addEventListener('lost', (message) => lose(Number(message.data)));
		source.addEventListener('error', () => {
			if (source.readyState === EventSource.CLOSED) {
				stop();
				say('the console closed the stream', 'away');
			} else {
				say('connection lost, trying again …', 'away');
			}
		});
	}

	watch.addEventListener('click', () => (source ? stop() : start()));
	pause.addEventListener('click', () => {
		paused = !paused;
		pause.textContent = paused ? 'Go on' : 'Pause';
		if (paused) {
			say('paused', '');
		} else {
			show(held);
			held = [];
			say('live', 'live');
		}
	});
	addEventListener('pagehide', stop);
})();
