/** Locks on files that the operating system releases when a process ends. */
declare module 'fs-native-extensions' {
  /** @returns whether the lock was granted */
  export function tryLock(file: number): boolean;
  export function unlock(file: number): void;
}
