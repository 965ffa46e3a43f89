/** What Fluent and the virtual list ask of a browser and jsdom does not have. Sizes are made up but not zero, so that lists render. */

const sizes = { width: 320, height: 600, row: 60 };

/** Rows of a virtual list carry data-index; everything else is as high as the pane. */
const heightOf = (element: Element): number => (element.hasAttribute('data-index') ? sizes.row : sizes.height);

class ObserverStub implements ResizeObserver {
  private readonly notify: ResizeObserverCallback;

  constructor(notify: ResizeObserverCallback) {
    this.notify = notify;
  }

  observe(target: Element): void {
    const box = [{ inlineSize: sizes.width, blockSize: heightOf(target) }];
    const entry: ResizeObserverEntry = {
      target,
      contentRect: new DOMRect(0, 0, sizes.width, heightOf(target)),
      borderBoxSize: box,
      contentBoxSize: box,
      devicePixelContentBoxSize: box,
    };
    queueMicrotask(() => this.notify([entry], this));
  }

  unobserve(): void {
    /* nothing is watched */
  }

  disconnect(): void {
    /* nothing is watched */
  }
}

globalThis.ResizeObserver = ObserverStub;

if (typeof DOMRect === 'undefined') {
  Reflect.set(globalThis, 'DOMRect', class {
    constructor(readonly x = 0, readonly y = 0, readonly width = 0, readonly height = 0) {}
  });
}

window.matchMedia = (query: string): MediaQueryList => ({
  matches: query.includes('reduced-motion'),
  media: query,
  onchange: null,
  addEventListener: () => undefined,
  removeEventListener: () => undefined,
  addListener: () => undefined,
  removeListener: () => undefined,
  dispatchEvent: () => false,
});

Reflect.set(HTMLCanvasElement.prototype, 'getContext', () => ({ measureText: (text: string) => ({ width: text.length * 7 }) }));

// Elements have no layout in jsdom: the virtual list reads these.
const layout: Readonly<Record<string, (element: Element) => number>> = {
  offsetHeight: heightOf,
  clientHeight: heightOf,
  offsetWidth: () => sizes.width,
  clientWidth: () => sizes.width,
};
for (const [name, sizeOf] of Object.entries(layout)) {
  Object.defineProperty(HTMLElement.prototype, name, {
    configurable: true,
    get(this: HTMLElement) {
      return sizeOf(this);
    },
  });
}
Element.prototype.scrollTo = () => undefined;
Element.prototype.scrollIntoView = () => undefined;

// jsdom reads files with FileReader only.
Blob.prototype.arrayBuffer ??= function arrayBuffer(this: Blob): Promise<ArrayBuffer> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => (reader.result instanceof ArrayBuffer ? resolve(reader.result) : reject(new Error('The file gave no bytes.')));
    reader.onerror = () => reject(reader.error ?? new Error('The file could not be read.'));
    reader.readAsArrayBuffer(this);
  });
};
