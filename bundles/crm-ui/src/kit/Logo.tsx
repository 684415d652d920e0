/** The open pavilion. */
export function Logo({ size = 28 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden className="logo">
      <path d="M16 4 3 13.5V16h26v-2.5L16 4Z" fill="currentColor" />
      <path d="M8 18v9M16 18v9M24 18v9" stroke="currentColor" strokeWidth="3.2" strokeLinecap="round" />
    </svg>
  );
}
