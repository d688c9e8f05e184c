import styles from './conformance.module.css';

/** Lines to sign on, on paper. */
export function SignatureLines({ of }: { readonly of: readonly string[] }) {
  return (
    <div className={styles.signatures}>
      {of.map((role) => (
        <p key={role}>{role}, date</p>
      ))}
    </div>
  );
}
