import { Select as AntSelect } from 'antd';
import { useLayoutEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { flushSync } from 'react-dom';
import { Pill } from '../Bits';
import type { Choice, SelectProps } from '../Select';
import { isPressed, saveKeys } from '../shortcuts';
import { passCross } from './cross';
import { Library } from './Library';

const wordsOf = (option: Choice) => `${option.label} ${option.hint ?? ''}`.toLowerCase();

/** Gives the list the name of its control, which the library leaves out: a screen reader would say "list" alone. */
function nameList(popup: HTMLElement | null) {
  const list = popup?.querySelector('[role="listbox"]');
  const control = document.getElementById(list?.id.replace(/_list$/, '') ?? '');
  if (!list || !(control instanceof HTMLInputElement)) return;
  list.setAttribute('aria-label', control.ariaLabel || control.labels?.[0]?.textContent || '');
  // Where nothing is offered, or nothing marked, the control points to an option all the same.
  popup?.removeAttribute('id');
  (list.querySelector('.none') ?? popup)?.setAttribute('id', `${list.id}_-1`);
}

/** Whether there is one in the list of a box that Enter would take. */
const hasActive = ({ id }: HTMLElement) =>
  document
    .getElementById(`${id}_list`)
    ?.closest('.ant-select-dropdown')
    ?.querySelector('.ant-select-item-option-active');

/** The library seeks the one that Enter takes only where their number changes: with each answer it begins anew. */
function useOffered(options: Choice[], late: boolean): Choice[] {
  const [waited, setWaited] = useState(late);
  useLayoutEffect(() => setWaited(late), [late]);
  if (late) return options.map((option) => ({ ...option, disabled: true }));
  return waited ? [] : options;
}

const matches = (text: string, option?: Choice) => option !== undefined && wordsOf(option).includes(text.toLowerCase());

/** A choice out of a list, typed into to find an entry. Keys take what keys led to: an arrow, or letters and their answer. */
export function Select(props: SelectProps & { before: Element | null }) {
  const { before, options, label, invalid, clearable, onSearch, empty, describedBy, late = false, ...rest } = props;
  const offered = useOffered(options, late);
  const [typed, setTyped] = useState(false);
  /** Whoever went on while this was loaded is not called back. */
  const [free] = useState(
    () => document.activeElement === before || !document.activeElement?.matches('input, textarea'),
  );
  const [open, setOpen] = useState(free && rest.open === true);
  /** An arrow led to what is marked in the list. */
  const led = useRef(false);
  const turn = (next: boolean) => {
    led.current = false;
    setOpen(next);
    if (!next) setTyped(false);
  };
  const hear = (text: string) => {
    setTyped(text !== '');
    onSearch?.(text);
  };
  const search = { onSearch: hear, filterOption: onSearch ? (false as const) : matches };
  const keys = (event: KeyboardEvent) => {
    if (event.key.startsWith('Arrow')) led.current = true;
    if (event.key === 'Tab') {
      passCross(event.currentTarget);
      // The library would take what is marked; whoever only looked goes on.
      if (!typed && !led.current) flushSync(() => turn(false));
    }
    // What is not there, or not yet, cannot be taken; its letters stay.
    const saves = isPressed(event, saveKeys);
    const takes = event.key === 'Enter' && hasActive(event.target as HTMLElement);
    if (!typed || takes || !(saves || event.key === 'Enter')) return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <Library>
      <span className="no-box" onKeyDownCapture={keys}>
        <AntSelect<string | string[], Choice>
          {...(rest.id ? { id: rest.id } : {})}
          className="select"
          mode={props.multiple ? 'multiple' : undefined!}
          aria-label={label}
          aria-describedby={describedBy}
          // Without a value the library would keep the last one chosen.
          value={props.value!}
          options={offered}
          defaultActiveFirstOption={typed}
          onOpenChange={turn}
          onChange={(value) => {
            if (props.multiple) props.onChange(Array.isArray(value) ? value : []);
            else props.onChange(typeof value === 'string' ? value : null);
          }}
          onBlur={() => rest.onBlur?.()}
          autoFocus={free && (rest.autoFocus ?? false)}
          open={open}
          disabled={rest.disabled ?? false}
          placeholder={rest.placeholder ?? ' '}
          allowClear={clearable ?? false}
          loading={rest.loading ?? false}
          showSearch={options.length > 7 || onSearch ? search : false}
          {...(empty !== undefined ? { notFoundContent: <None>{empty}</None> } : {})}
          {...(invalid ? { status: 'error' as const } : {})}
          popupMatchSelectWidth={false}
          optionRender={(option) => <Entry choice={option.data} />}
          popupRender={(menu) => (
            // An entry the mouse only rests on, or the list was rolled to below it, is none that Enter or Tab may take.
            <div ref={(popup) => nameList(popup)} onMouseMoveCapture={(event) => event.stopPropagation()}>
              {menu}
            </div>
          )}
        />
      </span>
    </Library>
  );
}

/** In place of what could be chosen, why there is nothing. */
const None = ({ children }: { children: ReactNode }) => (
  <div className="none" role="option" aria-selected={false} aria-disabled>
    {children}
  </div>
);

function Entry({ choice }: { choice: Choice }) {
  if (choice.tone) return <Pill tone={choice.tone}>{choice.label}</Pill>;
  if (!choice.hint) return <>{choice.label}</>;
  return (
    <span className="two-lines">
      <span>{choice.label}</span>
      <small>{choice.hint}</small>
    </span>
  );
}
