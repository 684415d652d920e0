import { useCallback, useEffect, useLayoutEffect, useRef, useState, type ReactNode, type RefObject } from 'react';
import { createPortal } from 'react-dom';
import { isBeyond } from './beyond';
import { Block } from './Block';

export interface PopTrigger {
  ref: RefObject<HTMLButtonElement | null>;
  onClick: () => void;
  'aria-expanded': boolean;
  'aria-haspopup': 'dialog' | 'menu';
}

interface Props {
  label: string;
  role?: 'dialog' | 'menu';
  align?: 'start' | 'end';
  width?: number;
  trigger: (props: PopTrigger) => ReactNode;
  /** how it is opened from elsewhere; answers what ends that */
  openedBy?: (open: () => void) => () => void;
  children: (close: () => void) => ReactNode;
}

const focusable =
  'button:not([disabled]),a[href],input:not([disabled]),select,textarea,[tabindex]:not([tabindex="-1"])';

/** A floating panel beside its button: Esc or a click elsewhere closes it and the focus returns. */
export function Pop({ label, role = 'dialog', align = 'start', width, trigger, openedBy, children }: Props) {
  const [open, setOpen] = useState(false);
  useEffect(() => openedBy?.(() => setOpen(true)), [openedBy]);
  const button = useRef<HTMLButtonElement>(null);
  const close = useCallback(() => {
    setOpen(false);
    button.current?.focus();
  }, []);
  return (
    <>
      {trigger({
        ref: button,
        onClick: () => setOpen((now) => !now),
        'aria-expanded': open,
        'aria-haspopup': role,
      })}
      {open &&
        createPortal(
          <Panel anchor={button} {...{ label, role, align, width }} close={close} leave={() => setOpen(false)}>
            {children(close)}
          </Panel>,
          document.body,
        )}
    </>
  );
}

interface PopAtProps {
  anchor: HTMLElement;
  label: string;
  role?: 'dialog' | 'menu';
  align?: 'start' | 'end';
  width?: number;
  close: () => void;
  children: (close: () => void) => ReactNode;
}

/** The same panel for what is no button of its own, as the head of a column; it is there as long as it is drawn. */
export function PopAt({ anchor, label, role = 'dialog', align = 'start', width, close, children }: PopAtProps) {
  const at = useRef<HTMLElement>(anchor);
  const back = useCallback(() => {
    close();
    at.current.focus();
  }, [close]);
  return createPortal(
    <Panel anchor={at} {...{ label, role, align, width }} close={back} leave={close}>
      {children(back)}
    </Panel>,
    document.body,
  );
}

interface PanelProps {
  anchor: RefObject<HTMLElement | null>;
  label: string;
  role: 'dialog' | 'menu';
  align: 'start' | 'end';
  width: number | undefined;
  close: () => void;
  leave: () => void;
  children: ReactNode;
}

function Panel({ anchor, label, role, align, width, close, leave, children }: PanelProps) {
  const panel = useRef<HTMLDivElement>(null);
  usePlace(anchor, panel, align);
  useEffect(() => {
    const enter = () => {
      const first = panel.current?.querySelector<HTMLElement>(focusable);
      (first ?? panel.current)?.focus({ preventScroll: true });
      return first;
    };
    // What is still being loaded has nothing to stand on yet.
    const coming = new MutationObserver(() => {
      if (document.activeElement !== panel.current || enter()) coming.disconnect();
    });
    if (!enter() && panel.current) coming.observe(panel.current, { childList: true, subtree: true });
    const outside = (event: PointerEvent) => {
      const target = event.target as Element;
      const own = panel.current?.contains(target) || anchor.current?.contains(target);
      if (!own && isBeyond(event, anchor.current)) leave();
    };
    document.addEventListener('pointerdown', outside);
    return () => {
      coming.disconnect();
      document.removeEventListener('pointerdown', outside);
    };
  }, [anchor, leave]);
  return (
    <div
      ref={panel}
      className="pop"
      role={role}
      aria-label={label}
      tabIndex={-1}
      style={{ minWidth: width }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') {
          event.stopPropagation();
          close();
        }
        if (event.key === 'Tab') keepInside(event, panel.current);
      }}
    >
      <Block>{children}</Block>
    </div>
  );
}

function keepInside(event: React.KeyboardEvent, panel: HTMLElement | null) {
  const all = [...(panel?.querySelectorAll<HTMLElement>(focusable) ?? [])];
  const last = all.at(-1);
  if (!event.shiftKey && document.activeElement === last) {
    event.preventDefault();
    all[0]?.focus();
  } else if (event.shiftKey && (document.activeElement === all[0] || document.activeElement === panel)) {
    event.preventDefault();
    last?.focus();
  }
}

function usePlace(anchor: RefObject<HTMLElement | null>, panel: RefObject<HTMLElement | null>, align: 'start' | 'end') {
  useLayoutEffect(() => {
    const place = () => {
      const from = anchor.current?.getBoundingClientRect();
      const box = panel.current;
      if (!from || !box) return;
      const edge = 8;
      const wish = align === 'start' ? from.left : from.right - box.offsetWidth;
      const left = Math.max(edge, Math.min(wish, innerWidth - box.offsetWidth - edge));
      const below = innerHeight - from.bottom - edge;
      const above = from.top - edge;
      // As high as what is in it, which may be scrolled.
      const height = box.scrollHeight + box.offsetHeight - box.clientHeight;
      const up = height > below && above > below;
      box.style.left = `${left}px`;
      box.style.maxHeight = `${Math.max(120, (up ? above : below) - 4)}px`;
      box.style.top = up ? `${Math.max(edge, from.top - height - 4)}px` : `${from.bottom + 4}px`;
    };
    place();
    const watch = new ResizeObserver(place);
    for (const one of [panel.current, ...(panel.current?.children ?? [])]) if (one) watch.observe(one);
    addEventListener('resize', place);
    addEventListener('scroll', place, true);
    return () => {
      watch.disconnect();
      removeEventListener('resize', place);
      removeEventListener('scroll', place, true);
    };
  }, [anchor, panel, align]);
}
