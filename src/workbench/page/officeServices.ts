import { z } from 'zod';

/** What Office itself answers, beside Excel: whether the add-in's runtime shows as a pane. */
export interface OfficeServices {
  /** Answers the body of a request to Office; a service that the page does not know is refused by name. */
  readonly answer: (bodyText: string) => string;
}

const body = z.object({
  Actions: z.array(z.object({ Id: z.number(), ActionType: z.number(), Name: z.string().nullish(), ArgumentInfo: z.object({ Arguments: z.array(z.unknown()).nullish() }).nullish() })),
});

const INSTANTIATE = 1;
const TRACE = 5;

/** Office.addin.showAsTaskpane, hide and the like reach the page as requests of a service of their own. */
export function officeServices(pane: { readonly show: () => void; readonly hide: () => void; readonly isShown: () => boolean }): OfficeServices {
  const call = (name: string, argument: unknown): string | null => {
    switch (name) {
      case 'SetAppRuntimeState':
        if (argument === 'Visible') pane.show();
        else pane.hide();
        return null;
      case 'GetAppRuntimeState':
        return pane.isShown() ? 'Visible' : 'Background';
      case 'NotifyActionHandlerReady':
        return null;
      default:
        throw new RangeError(name);
    }
  };
  return {
    answer: (bodyText) => {
      const { Actions } = body.parse(JSON.parse(bodyText));
      const Results: { ActionId: number; Value: string | null | object }[] = [];
      for (const [index, action] of Actions.entries()) {
        const name = action.Name ?? '';
        if (action.ActionType === INSTANTIATE) Results.push({ ActionId: action.Id, Value: {} });
        else if (action.ActionType === TRACE) Results.push({ ActionId: action.Id, Value: null });
        else {
          try {
            Results.push({ ActionId: action.Id, Value: call(name, action.ArgumentInfo?.Arguments?.[0]) });
          } catch (error) {
            if (!(error instanceof RangeError)) throw error;
            return JSON.stringify({ Results, Error: { Code: 'ApiNotFound', Message: `The page that plays Excel does not know ${name}.`, Location: name, ActionIndex: index, HttpStatusCode: 404 } });
          }
        }
      }
      return JSON.stringify({ Results });
    },
  };
}
