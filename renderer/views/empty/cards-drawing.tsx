/** Two licenses, one on the other; decoration. */
export function CardsDrawing() {
  return (
    <svg
      viewBox="0 0 176 124"
      width="176"
      height="124"
      fill="none"
      stroke="var(--accent)"
      strokeWidth="3"
      strokeLinejoin="round"
      strokeLinecap="round"
      aria-hidden="true"
    >
      <rect x="8" y="24" width="128" height="90" rx="9" opacity="0.3" />
      <rect x="38" y="8" width="130" height="90" rx="9" fill="var(--card)" />
      <path d="M76 24h54" />
      <path d="M54 42h46M54 54h62M84 68h28M84 79h20" />
      <rect x="54" y="67" width="19" height="19" rx="2.5" stroke="var(--bad)" />
      <rect x="132" y="52" width="24" height="34" rx="3.5" />
    </svg>
  )
}
