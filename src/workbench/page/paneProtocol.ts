import { z } from 'zod';
import type { ExcelHost } from '../host/host';
import { REQUIREMENT_SETS } from '../host/host';
import { officeServices } from './officeServices';

/**
 * The side of Office on the web that talks to a task pane in an iframe: JSON strings by postMessage. The real office.js
 * boots inside, unaware that nobody but this page stands behind it.
 */
export interface PaneConnection {
  /** The ribbon calls a function of the pane by its name in the manifest; settles when it says event.completed(). */
  readonly invoke: (functionName: string, controlId: string) => Promise<void>;
  /** Settles when the pane has registered for presses of ribbon buttons. */
  readonly ready: Promise<void>;
  /** Hands the keyboard to the pane, at its first element or its last. */
  readonly focus: (from: 'start' | 'end') => void;
  readonly close: () => void;
}

export interface ConnectOptions {
  readonly frame: HTMLIFrameElement;
  readonly host: ExcelHost;
  /** Page of the pane on this very host name: the loader trusts no other. */
  readonly address: string;
  readonly locale: string;
  readonly documentName: string;
  readonly show: () => void;
  readonly hide: () => void;
  readonly isShown: () => boolean;
  /** The keyboard leaves the pane, forwards or back. */
  readonly leave: (step: 1 | -1) => void;
}

const message = z.object({
  _messageType: z.number(),
  _actionType: z.number().nullish(),
  _actionName: z.string(),
  _conversationId: z.string().nullish(),
  _correlationId: z.union([z.number(), z.string()]).nullish(),
  _data: z.unknown(),
});
type Message = z.infer<typeof message>;

/** What office.js sends for a RichApi request: custom data, method, path, headers, body, permission, flags, … */
const richApi = z.object({ ArrayData: z.tuple([z.unknown(), z.unknown(), z.unknown(), z.unknown(), z.string(), z.unknown(), z.number()]).rest(z.unknown()) });
/** What event.completed() sends: the id of the press, and 0 or what went wrong. */
const completion = z.object({ 0: z.string(), 1: z.number() });
const method = z.object({ DdaMethod: z.object({ DispatchId: z.number() }) });

const REQUEST = 0;
const ANSWER = 1;
const RESULT = 0;
const EVENT = 1;
const ACTION = { invoke: 0, register: 1, unregister: 2 } as const;
/** What Office and a pane tell each other about the keyboard. */
const KEYS = { controlF6In: 4, controlF6Exit: 5, controlF6ExitShift: 6, tabInShift: 12, tabExit: 13, tabExitShift: 14 } as const;
/** Notices to the pane go by a conversation of their own. */
const NOTICES = '_ntf';
const notice = z.object({ 0: z.unknown(), 1: z.number() });
const DISPATCH = { richApi: 93, commandCompleted: 94 } as const;
/** Excel's answer to a method that it does not have. */
const NO_CAPABILITY = 7000;
/** The pane has registered no function of that name, or not yet. */
const INVALID_CALLBACK = 11101;
/** Milliseconds that a press waits for a pane that is still starting, and between two tries. */
const PATIENCE = 20_000;
const PAUSE = 100;
/** The custom data of requests that Office answers, not Excel. */
const OFFICE = 'WacPartition';
const ADD_IN = 'chitieu';

let connections = 0;

/** Loads the pane into the frame and answers it until the connection is closed. */
export function connectPane(options: ConnectOptions): PaneConnection {
  const { frame, host } = options;
  connections += 1;
  const conversation = `conversation${connections}`;
  const { origin } = window.location;
  const office = officeServices(options);
  const registrations = new Map<string, string | number>();
  const running = new Map<string, (status: number) => void>();
  let presses = 0;
  let settleReady: () => void = () => undefined;
  const ready = new Promise<void>((resolve) => (settleReady = resolve));

  const post = (content: object): void => frame.contentWindow?.postMessage(JSON.stringify(content), origin);
  const reply = ({ _actionName, _conversationId, _correlationId }: Message, data: unknown): void =>
    post({ _messageType: ANSWER, _responseType: RESULT, _errorCode: 0, _serializerVersion: 1, _actionName, _conversationId, _correlationId, _data: data });
  const tell = (name: string, data: unknown): void => {
    const correlation = registrations.get(name);
    if (correlation === undefined) return;
    post({ _messageType: ANSWER, _responseType: EVENT, _errorCode: 0, _serializerVersion: 1, _actionName: name, _conversationId: conversation, _correlationId: correlation, _data: data });
  };

  async function answer(request: Message): Promise<void> {
    const name = request._actionName;
    switch (request._actionType) {
      case ACTION.register:
        if (request._correlationId !== undefined && request._correlationId !== null) registrations.set(name, request._correlationId);
        reply(request, { Error: 0 });
        if (name === 'appCommandInvoked') settleReady();
        return;
      case ACTION.unregister:
        registrations.delete(name);
        reply(request, { Error: 0 });
        return;
      default:
        reply(request, await invoked(name, request._data));
    }
  }

  async function invoked(name: string, data: unknown): Promise<object> {
    switch (name) {
      case 'ContextActivationManager_getAppContextAsync':
        return appContext(options, conversation);
      case 'executeMethod':
        return execute(data);
      case 'ContextActivationManager_notifyHost':
        heed(notice.safeParse(data).data?.[1]);
        return {};
      default:
        // Notices of the loader (that it is there, that it has the focus): nothing is expected but an answer.
        return {};
    }
  }

  /** office.js keeps Tab to itself and says when it leads out of the pane. */
  function heed(action: number | undefined): void {
    if (action === KEYS.tabExit || action === KEYS.controlF6Exit) options.leave(1);
    else if (action === KEYS.tabExitShift || action === KEYS.controlF6ExitShift) options.leave(-1);
  }

  async function execute(data: unknown): Promise<object> {
    const asked = method.safeParse(data);
    switch (asked.data?.DdaMethod.DispatchId) {
      case DISPATCH.richApi: {
        const { ArrayData } = richApi.parse(data);
        const [customData, , , , body, , flags] = ArrayData;
        return { Version: 1, Error: 0, Data: [200, [], customData === OFFICE ? office.answer(body) : await host.answer(body, flags)] };
      }
      case DISPATCH.commandCompleted: {
        const completed = completion.parse(data);
        running.get(completed[0])?.(completed[1]);
        running.delete(completed[0]);
        return { Version: 1, Error: 0 };
      }
      default:
        return { Version: 1, Error: NO_CAPABILITY };
    }
  }

  const onMessage = ({ source, origin: from, data }: MessageEvent<unknown>): void => {
    if (source !== frame.contentWindow || from !== origin || typeof data !== 'string') return;
    const read = message.safeParse(parsed(data));
    if (read.success && read.data._messageType === REQUEST) void answer(read.data);
  };
  const stopEvents = host.onEvents((entries) => tell('richApiMessage', { ArrayData: entries }));
  window.addEventListener('message', onMessage);
  load(frame, paneAddress(options, conversation));

  return {
    ready,
    invoke: async (functionName, controlId) => {
      await ready;
      // office.js listens before the pane has said what its functions are: Office tries again while the pane starts.
      for (const end = performance.now() + PATIENCE; ; ) {
        presses += 1;
        const id = `press-${presses}`;
        const status = await new Promise<number>((resolve) => {
          running.set(id, resolve);
          tell('appCommandInvoked', { 0: id, 1: functionName, 2: JSON.stringify({ source: { id: controlId } }) });
        });
        if (status !== INVALID_CALLBACK) return;
        if (performance.now() > end) throw new Error(`The pane has registered no function ${functionName}.`);
        await new Promise((resolve) => setTimeout(resolve, PAUSE));
      }
    },
    focus: (from) => {
      presses += 1;
      frame.contentWindow?.focus();
      post({ _messageType: REQUEST, _actionType: ACTION.invoke, _actionName: 'Office_notifyAgave', _conversationId: `${conversation}${NOTICES}`, _correlationId: presses, _serializerVersion: 1, _data: [from === 'start' ? KEYS.controlF6In : KEYS.tabInShift] });
    },
    close: () => {
      stopEvents();
      window.removeEventListener('message', onMessage);
      for (const end of running.values()) end(0);
    },
  };
}

/** Addresses that differ behind the "#" alone are one page to a browser: a pane that runs already is emptied first. */
function load(frame: HTMLIFrameElement, address: string): void {
  const start = (): void => {
    frame.src = address;
  };
  if (frame.getAttribute('src') === null) return start();
  frame.addEventListener('load', start, { once: true });
  frame.src = 'about:blank';
}

/** Other scripts of the frame may post what is no JSON at all. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** The address as Office on the web writes it; the loader looks for its parts in this order, beyond the "#". */
function paneAddress({ address, locale }: ConnectOptions, conversation: string): string {
  return `${address}?_host_Info=Excel$Web$16.01$${locale}$$$$0#&_serializer_version=1&_xdm_Info=${conversation}|${ADD_IN}|${encodeURIComponent(window.location.origin)}`;
}

function appContext({ locale, documentName }: ConnectOptions, conversation: string): object {
  return {
    _id: ADD_IN, _appName: 16, _appVersion: '16.00', _appUILocale: locale, _dataLocale: locale,
    _docUrl: `${window.location.origin}/${encodeURIComponent(documentName)}`, _clientMode: 0, _settings: [], _reason: 1,
    _osfControlType: 1, _eToken: '', _correlationId: conversation, _appInstanceId: conversation,
    _requirementMatrix: JSON.stringify(REQUIREMENT_SETS), _hostFullVersion: '16.0.0.0', _appDomains: [],
  };
}
