/** The ribbon's functions, as manifest.xml names them; the pane registers each. */
export const FUNCTION_NAMES = ['checkSheet', 'consolidate'] as const;

export type FunctionName = (typeof FUNCTION_NAMES)[number];
