/** The cross of a box is for the mouse, which may rest on it: the keys empty a box themselves, and lead on. */
export const passCross = (box: Element) =>
  box.querySelector('.ant-picker-clear, .ant-select-clear')?.setAttribute('tabindex', '-1');
