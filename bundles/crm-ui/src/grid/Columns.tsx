import type { RecordType, View } from '../api/types';
import { useApp } from '../app';
import { Button } from '../kit/Button';
import { Check } from '../kit/Check';
import {
  arrayMove,
  closestCenter,
  DndContext,
  dragCss,
  SortableContext,
  useDragSensors,
  useDragWords,
  useSortable,
  verticalListSortingStrategy,
  type DragEndEvent,
} from '../kit/dnd';
import { Icon } from '../kit/Icon';
import { useColumns } from '../meta/paths';
import type { useLayout } from './layout';
import { RoleColumns } from './RoleColumns';

interface Props {
  type: RecordType;
  view: View;
  layout: ReturnType<typeof useLayout>;
  title: string;
}

/** Which columns are shown, and their order by dragging or keys. */
export default function Columns({ type, view, layout, title }: Props) {
  const { t, may } = useApp();
  const configures = may('core.configure');
  const sensors = useDragSensors();
  const own = [...type.fields, ...(type.workedOut ?? [])]
    .filter((field) => field.kind !== 'parts')
    .map((field) => field.name);
  const rest = [...new Set([...view.columns, ...own])].filter((path) => !layout.order.includes(path));
  const columns = useColumns(type, [...layout.order, ...rest]);
  const spoken = useDragWords(({ id }) => columns.get(String(id))?.label ?? '');
  const toggle = (path: string, on: boolean) =>
    layout.changeOrder(on ? [...layout.order, path] : layout.order.filter((one) => one !== path));
  const move = ({ active, over }: DragEndEvent) => {
    if (!over || active.id === over.id) return;
    const from = layout.order.indexOf(String(active.id));
    layout.changeOrder(arrayMove(layout.order, from, layout.order.indexOf(String(over.id))));
  };
  return (
    <div className="columns-panel">
      <div className="menu-title">{t('list.columnsOf', { what: title })}</div>
      <div className="columns-list">
        <DndContext sensors={sensors} accessibility={spoken} collisionDetection={closestCenter} onDragEnd={move}>
          <SortableContext items={layout.order} strategy={verticalListSortingStrategy}>
            {layout.order.map((path) => (
              <Line
                key={path}
                path={path}
                label={columns.get(path)?.label ?? path}
                last={layout.order.length === 1}
                hide={() => toggle(path, false)}
              />
            ))}
          </SortableContext>
        </DndContext>
        {rest.map((path) => {
          const column = columns.get(path);
          return (
            column && (
              <div key={path} className="column-line">
                <span className="grip" />
                <Check checked={false} onChange={() => toggle(path, true)}>
                  {column.label}
                </Check>
              </div>
            )
          );
        })}
      </div>
      <div className="pad">
        <Button look="quiet" icon="restore" onClick={layout.reset}>
          {t('list.resetColumns')}
        </Button>
      </div>
      {configures && !view.saved && <RoleColumns type={type} view={view} columns={layout.order} />}
    </div>
  );
}

function Line({ path, label, last, hide }: { path: string; label: string; last: boolean; hide: () => void }) {
  const { t } = useApp();
  const drag = useSortable({ id: path });
  return (
    <div
      ref={drag.setNodeRef}
      className="column-line"
      style={{ transform: dragCss.Translate.toString(drag.transform) ?? '', transition: drag.transition ?? '' }}
    >
      <button
        type="button"
        className="grip"
        {...drag.attributes}
        {...drag.listeners}
        aria-label={t('list.move', { column: label })}
      >
        <Icon name="grip" size={15} />
      </button>
      <Check checked disabled={last} onChange={hide}>
        {label}
      </Check>
    </div>
  );
}
