/** A C whose opening lets a spark in. */
export const Logo = () => (
  <svg width="28" height="28" viewBox="0 0 28 28" aria-hidden>
    <rect width="28" height="28" rx="7" fill="#0b7363" />
    <path d="M18.6 18.2a6 6 0 1 1 0-8.4" fill="none" stroke="#fff" strokeWidth="3.2" strokeLinecap="round" />
    <circle cx="20" cy="14" r="2.2" fill="#ffc46b" />
  </svg>
);
