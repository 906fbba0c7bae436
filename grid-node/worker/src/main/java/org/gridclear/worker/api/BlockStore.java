package org.gridclear.worker.api;

/** What a worker reads its data from and writes its outcomes to. */
public interface BlockStore {
  /**
   * Packed data by their hash.
   *
   * @throws IllegalStateException if they are not there
   */
  byte[] data(String hash);

  /** Keeps a packed outcome. */
  void putOutcome(String key, byte[] packed);
}
