import { part } from './elements';

export interface PaneFrame {
  readonly frame: HTMLIFrameElement;
  readonly show: () => void;
  readonly hide: () => void;
  readonly isShown: () => boolean;
}

/** Office lets a pane be no narrower than this; wider than the sheet needs is of no use. CSS pixels. */
const NARROWEST = 320;
const WIDEST = 450;

/** The task pane at the right edge: its head, its frame and the bar that sets its width. */
export function createPane(title: string): PaneFrame {
  const pane = part('pane', HTMLElement);
  const splitter = part('splitter', HTMLElement);
  const frame = part('pane-frame', HTMLIFrameElement);
  part('pane-title', HTMLElement).textContent = title;
  const setWidth = (width: number): void => {
    const kept = Math.min(WIDEST, Math.max(NARROWEST, width));
    pane.style.width = `${kept}px`;
    splitter.setAttribute('aria-valuenow', String(kept));
  };
  splitter.setAttribute('aria-valuemin', String(NARROWEST));
  splitter.setAttribute('aria-valuemax', String(WIDEST));
  setWidth(360);
  splitter.addEventListener('pointerdown', (event) => {
    splitter.setPointerCapture(event.pointerId);
    document.body.classList.add('dragging');
  });
  splitter.addEventListener('pointermove', (event) => {
    if (splitter.hasPointerCapture(event.pointerId)) setWidth(window.innerWidth - event.clientX - splitter.offsetWidth);
  });
  splitter.addEventListener('lostpointercapture', () => document.body.classList.remove('dragging'));
  splitter.addEventListener('keydown', (event) => {
    const step = event.key === 'ArrowLeft' ? 10 : event.key === 'ArrowRight' ? -10 : 0;
    if (step !== 0) setWidth(pane.offsetWidth + step);
  });
  const shown = (visible: boolean): void => {
    pane.hidden = !visible;
    splitter.hidden = !visible;
  };
  const hide = (): void => shown(false);
  part('pane-close', HTMLButtonElement).addEventListener('click', hide);
  hide();
  return { frame, show: () => shown(true), hide, isShown: () => !pane.hidden };
}
