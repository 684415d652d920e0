/** Drag and drop by mouse, finger and keyboard; the only place that knows the library. */
export { closestCenter, closestCorners, DndContext, DragOverlay, useDraggable, useDroppable } from '@dnd-kit/core';
export type { DragEndEvent, DragStartEvent } from '@dnd-kit/core';
export {
  arrayMove,
  horizontalListSortingStrategy,
  SortableContext,
  useSortable,
  verticalListSortingStrategy,
} from '@dnd-kit/sortable';
export { CSS as dragCss } from '@dnd-kit/utilities';
import {
  closestCenter,
  KeyboardSensor,
  MouseSensor,
  PointerSensor,
  pointerWithin,
  rectIntersection,
  useSensor,
  useSensors,
  type Active,
  type CollisionDetection,
  type DndContextProps,
  type Over,
} from '@dnd-kit/core';
import { sortableKeyboardCoordinates } from '@dnd-kit/sortable';
import { useTranslation } from 'react-i18next';

export function useDragSensors() {
  return useSensors(
    useSensor(PointerSensor, { activationConstraint: { distance: 6 } }),
    useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }),
  );
}

/**
 * What a dragged column is over: the one below the pointer, or moved by keys the one it covers most. Their widths
 * differ, so the one with the nearest middle may be another.
 */
export const columnBelow: CollisionDetection = (args) => {
  if (!args.pointerCoordinates) return rectIntersection(args);
  const below = pointerWithin(args);
  return below.length > 0 ? below : closestCenter(args);
};

/** Only the mouse drags: on a board fingers scroll and keys and menus move. */
export function useMouseDrag() {
  return useSensors(useSensor(MouseSensor, { activationConstraint: { distance: 6 } }));
}

/** What a screen reader tells about dragging: things and places by the names that people read, never by ids. */
export function useDragWords(nameOf: (thing: Active | Over) => string): NonNullable<DndContextProps['accessibility']> {
  const { t } = useTranslation();
  const back = (active: Active) => t('drag.back', { name: nameOf(active) });
  const both = (active: Active, over: Over) => ({ name: nameOf(active), place: nameOf(over) });
  return {
    announcements: {
      onDragStart: ({ active }) => t('drag.lifted', { name: nameOf(active) }),
      onDragOver: ({ active, over }) =>
        over ? t('drag.over', both(active, over)) : t('drag.outside', { name: nameOf(active) }),
      onDragEnd: ({ active, over }) => (over ? t('drag.put', both(active, over)) : back(active)),
      onDragCancel: ({ active }) => back(active),
    },
    screenReaderInstructions: { draggable: t('drag.help') },
  };
}
