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
import { KeyboardSensor, MouseSensor, PointerSensor, useSensor, useSensors } from '@dnd-kit/core';
import { sortableKeyboardCoordinates } from '@dnd-kit/sortable';

export function useDragSensors() {
  return useSensors(
    useSensor(PointerSensor, { activationConstraint: { distance: 6 } }),
    useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }),
  );
}

/** Only the mouse drags: on a board fingers scroll and keys and menus move. */
export function useMouseDrag() {
  return useSensors(useSensor(MouseSensor, { activationConstraint: { distance: 6 } }));
}
