/**
 * Whether a press is beyond what floats over the page. Lists and calendars that a control inside opens hang on the body,
 * too; and a dialog that came over it meanwhile, as where somebody signs in again, leaves it as it is.
 *
 * @param own something in it or beside it, in the dialog it belongs to
 */
export function isBeyond(press: Event, own: Element | null): boolean {
  const layer = (press.target as Element).closest('#layers > *, .ant-select-dropdown, .ant-picker-dropdown');
  return layer === null || layer.contains(own);
}
