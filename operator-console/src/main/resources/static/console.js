// A request that nobody's hand began (a part of a page that refreshes itself) says so: it does not keep a session.
document.addEventListener('htmx:configRequest', (event) => {
	if (!event.detail.triggeringEvent || !event.detail.triggeringEvent.isTrusted) {
		event.detail.headers['X-Unattended'] = 'true';
	}
});

// The server does not answer: said once, and taken back when it answers again.
document.addEventListener('htmx:sendError', () => {
	const notice = document.createElement('p');
	notice.className = 'notice bad away';
	notice.textContent = 'The console does not answer. What you see may be old.';
	document.getElementById('notice').replaceChildren(notice);
});
document.addEventListener('htmx:beforeSwap', (event) => {
	if (event.detail.xhr.status < 400) {
		document.querySelectorAll('#notice .away').forEach((notice) => notice.remove());
	}
});

// A form is sent once, however often its button is pressed.
document.addEventListener('submit', (event) => {
	const form = event.target;
	if (form.method === 'post' && !form.matches('[hx-post]')) {
		if (form.dataset.sent) {
			event.preventDefault();
		}
		form.dataset.sent = 'true';
	}
});
window.addEventListener('pageshow', () => {
	document.querySelectorAll('form[data-sent]').forEach((form) => delete form.dataset.sent);
});
