let open = () => {};

/** Shows what is below the bell, wherever one is. */
export const openBell = () => open();

/** Tells how the bell is opened, for as long as it is there. */
export function bellOpensBy(way: () => void): () => void {
  open = way;
  return () => {
    open = () => {};
  };
}
