/*
 * Comes before everything else and needs nothing. A computer that changes its network cuts off whatever is on its way:
 * a page of which a part is missing is asked for again, a few times.
 */
(() => {
  const MOST = 8;
  const PAUSE = 300; // milliseconds
  let again = false;
  const tries = () => Number(sessionStorage.getItem('tries'));

  addEventListener('error', ({ target }) => {
    const part = target instanceof HTMLScriptElement || target instanceof HTMLLinkElement;
    if (part && !again && tries() < MOST) {
      again = true;
      sessionStorage.setItem('tries', tries() + 1);
      setTimeout(() => location.reload(), PAUSE);
    }
  }, true);
  addEventListener('started', () => sessionStorage.removeItem('tries'));
})();
