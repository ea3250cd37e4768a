const MOST = 6;

/** A picture that can be made larger and moved: by wheel, by two fingers, by keys, by dragging. */
export class Zoom {
  /**
   * @param swipe called with -1 or 1 when the picture, not enlarged, is dragged aside
   * @param changed called when it became larger or smaller
   */
  constructor(stage, image, swipe, changed) {
    this.image = image;
    this.swipe = swipe;
    this.changed = changed;
    this.fingers = new Map();
    this.reset();
    stage.addEventListener('wheel', (event) => {
      event.preventDefault();
      this.by(event.deltaY < 0 ? 1.2 : 1 / 1.2);
    }, { passive: false });
    stage.addEventListener('pointerdown', (event) => this.down(event, stage));
    stage.addEventListener('pointermove', (event) => this.move(event));
    ['pointerup', 'pointercancel'].forEach((name) => stage.addEventListener(name, (event) => this.up(event)));
  }

  reset() {
    this.scale = 1;
    this.x = 0;
    this.y = 0;
    this.draw();
  }

  toggle() {
    if (this.scale > 1) {
      this.reset();
    } else {
      this.by(2.5);
    }
  }

  by(factor) {
    this.scale = Math.min(MOST, Math.max(1, this.scale * factor));
    if (this.scale === 1) {
      this.x = 0;
      this.y = 0;
    }
    this.draw();
  }

  down(event, stage) {
    stage.setPointerCapture(event.pointerId);
    this.fingers.set(event.pointerId, event);
    this.from = { x: event.clientX, y: event.clientY };
    this.dragged = 0;
    this.spread = this.distance();
  }

  move(event) {
    const before = this.fingers.get(event.pointerId);
    if (!before) {
      return;
    }
    this.fingers.set(event.pointerId, event);
    if (this.fingers.size > 1) {
      this.by(this.distance() / (this.spread || 1));
      this.spread = this.distance();
    } else if (this.scale > 1) {
      this.x += event.clientX - before.clientX;
      this.y += event.clientY - before.clientY;
      this.draw();
    }
    this.dragged = Math.max(this.dragged, Math.hypot(event.clientX - this.from.x, event.clientY - this.from.y));
  }

  up(event) {
    const away = event.clientX - (this.from?.x ?? event.clientX);
    const alone = this.fingers.size === 1;
    this.fingers.delete(event.pointerId);
    if (alone && this.scale === 1 && event.type === 'pointerup' && Math.abs(away) > 50) {
      this.swipe(away > 0 ? -1 : 1);
    }
  }

  distance() {
    const [a, b] = [...this.fingers.values()];
    return b ? Math.hypot(a.clientX - b.clientX, a.clientY - b.clientY) : 0;
  }

  draw() {
    this.image.style.transform = this.scale > 1 ? `translate(${this.x}px, ${this.y}px) scale(${this.scale})` : '';
    this.changed(this.scale > 1);
  }
}
