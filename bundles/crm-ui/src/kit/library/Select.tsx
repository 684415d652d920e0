import { Select as AntSelect } from 'antd';
import type { ReactNode } from 'react';
import { Pill } from '../Bits';
import type { Choice, SelectProps } from '../Select';
import { Library } from './Library';

const wordsOf = (option: Choice) => `${option.label} ${option.hint ?? ''}`.toLowerCase();

/** Gives the list the name of its control, which the library leaves out: a screen reader would say "list" alone. */
function nameList(popup: HTMLElement | null) {
  const list = popup?.querySelector('[role="listbox"]');
  const control = document.getElementById(list?.id.replace(/_list$/, '') ?? '');
  if (!list || !(control instanceof HTMLInputElement)) return;
  list.setAttribute('aria-label', control.ariaLabel || control.labels?.[0]?.textContent || '');
  // Where nothing is offered the control points to an option all the same.
  const none = list.querySelector('.none');
  if (none) none.id = `${list.id}_-1`;
}

/** A choice out of a list, typed into to find an entry. */
export function Select(props: SelectProps) {
  const { options, label, invalid, clearable, onSearch, empty, describedBy, ...rest } = props;
  const search = onSearch
    ? { onSearch, filterOption: false as const }
    : { filterOption: (text: string, o?: Choice) => o !== undefined && wordsOf(o).includes(text.toLowerCase()) };
  return (
    <Library>
      <AntSelect<string | string[], Choice>
        {...(rest.id ? { id: rest.id } : {})}
        className="select"
        mode={props.multiple ? 'multiple' : undefined!}
        aria-label={label}
        aria-describedby={describedBy}
        value={props.value === null ? undefined! : props.value}
        options={options}
        onChange={(value) => {
          if (props.multiple) props.onChange(Array.isArray(value) ? value : []);
          else props.onChange(typeof value === 'string' ? value : null);
        }}
        onBlur={() => rest.onBlur?.()}
        autoFocus={rest.autoFocus ?? false}
        {...(rest.open ? { defaultOpen: true } : {})}
        disabled={rest.disabled ?? false}
        placeholder={rest.placeholder ?? ' '}
        allowClear={clearable ?? false}
        loading={rest.loading ?? false}
        showSearch={options.length > 7 || onSearch ? search : false}
        {...(empty !== undefined ? { notFoundContent: <None>{empty}</None> } : {})}
        {...(invalid ? { status: 'error' as const } : {})}
        popupMatchSelectWidth={false}
        optionRender={(option) => <Entry choice={option.data} />}
        popupRender={(menu) => <div ref={(popup) => nameList(popup)}>{menu}</div>}
      />
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
