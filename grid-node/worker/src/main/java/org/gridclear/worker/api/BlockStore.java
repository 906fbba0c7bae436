package org.gridclear.worker.api;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a worker reads its data from and writes its outcomes to. */
public interface BlockStore {
  /**
   * Packed data by their hash.
   *
   * @throws MissingDataException if they are not there
   */
  byte[] data(String hash);

  /**
   * The value whose packed data have this hash.
   *
   * @throws MissingDataException if they are not there
   */
  default <T> T value(String hash, Class<T> type) {
    return Wire.unpack(data(hash), type);
  }

  /**
   * Packed blocks by their hashes, in that order.
   *
   * @throws MissingDataException if one is not there
   */
  List<byte[]> blocks(List<String> hashes);

  /** A packed outcome, if there is one of this key. */
  Optional<byte[]> outcome(String key);

  /** Keeps a packed outcome. */
  void putOutcome(String key, byte[] packed);

  /** Keeps packed outcomes by their keys. */
  default void putOutcomes(Map<String, byte[]> packed) {
    packed.forEach(this::putOutcome);
  }
}
