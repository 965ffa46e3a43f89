/** What the manifest puts on the ribbon, in one language. */
export interface AddIn {
  readonly name: string;
  readonly tab: string;
  readonly groups: readonly RibbonGroup[];
  /** The pane's page on this server. */
  readonly pane: string;
}

export interface RibbonGroup {
  readonly label: string;
  readonly buttons: readonly RibbonButton[];
}

export interface RibbonButton {
  readonly id: string;
  readonly label: string;
  readonly tip: string;
  readonly icon: string;
  readonly action: { readonly kind: 'function'; readonly name: string } | { readonly kind: 'pane' };
}

/**
 * Reads the add-in's manifest as Office does: labels, tips and icons by their resids, in the language asked for.
 *
 * @throws when the manifest lacks what the ribbon needs; the message names it
 */
export function readManifest(xml: string, locale: string): AddIn {
  const page = new DOMParser().parseFromString(xml, 'application/xml');
  const all = (within: Document | Element, name: string): Element[] => [...within.getElementsByTagNameNS('*', name)];
  const one = (within: Document | Element, name: string): Element => all(within, name)[0] ?? missing(name);
  const own = (within: Element, name: string): Element => [...within.children].find((child) => child.localName === name) ?? missing(`${within.localName}/${name}`);
  const inLanguage = (element: Element): string => {
    const override = all(element, 'Override').find((each) => each.getAttribute('Locale') === locale);
    return override?.getAttribute('Value') ?? element.getAttribute('DefaultValue') ?? '';
  };
  const resources = new Map(['Image', 'Url', 'String'].flatMap((name) => all(one(page, 'Resources'), name)).map((element) => [element.getAttribute('id') ?? '', inLanguage(element)]));
  const resource = (element: Element): string => resources.get(element.getAttribute('resid') ?? '') ?? missing(`the resource ${element.getAttribute('resid')}`);
  // The manifest names the address it was written for; here everything comes from the page's own server.
  const here = (address: string): string => new URL(new URL(address).pathname, window.location.origin).href;

  const button = (control: Element): RibbonButton => {
    const action = own(control, 'Action');
    const icon = all(own(control, 'Icon'), 'Image').find((image) => image.getAttribute('size') === '32') ?? missing('an icon of 32 pixels');
    return {
      id: control.getAttribute('id') ?? missing('Control id'),
      label: resource(own(control, 'Label')),
      tip: resource(one(own(control, 'Supertip'), 'Description')),
      icon: here(resource(icon)),
      action: action.getAttributeNS('http://www.w3.org/2001/XMLSchema-instance', 'type') === 'ExecuteFunction' ? { kind: 'function', name: one(action, 'FunctionName').textContent ?? '' } : { kind: 'pane' },
    };
  };
  const tab = one(page, 'CustomTab');
  return {
    name: inLanguage(one(page, 'DisplayName')),
    tab: resource(own(tab, 'Label')),
    groups: all(tab, 'Group').map((group) => ({ label: resource(own(group, 'Label')), buttons: all(group, 'Control').map(button) })),
    pane: here(one(page, 'SourceLocation').getAttribute('DefaultValue') ?? missing('SourceLocation')),
  };
}

function missing(what: string): never {
  throw new Error(`manifest.xml has no ${what}.`);
}
