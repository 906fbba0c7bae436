package org.gridclear.worker.ignite.value;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.gridclear.atrest.EncryptedBytes;
import org.jspecify.annotations.Nullable;

/**
 * Values as the caches hold them: encrypted where the process has a key, in memory, between nodes,
 * on disk and in the log of writes. Ignite's own encryption is of no use here: it refuses every
 * member that serves without a disk of its own, as all coordinators are. Equal values of a cache
 * are equal when they are encrypted.
 */
public final class GridValues {
  private GridValues() {}

  /** A value as the cache holds it. */
  public static byte[] seal(String cache, byte[] value) {
    return EncryptedBytes.seal(cache, value);
  }

  /** Values as the cache holds them, in the order of their names. */
  public static SortedMap<String, byte[]> sealed(String cache, Map<String, byte[]> values) {
    SortedMap<String, byte[]> sealed = new TreeMap<>();
    values.forEach((name, value) -> sealed.put(name, seal(cache, value)));
    return sealed;
  }

  /** A value of a cache; null where there is none. */
  public static byte @Nullable [] open(String cache, byte @Nullable [] held) {
    return held == null ? null : EncryptedBytes.open(cache, held);
  }

  /** Values of a cache by their names. */
  public static Map<String, byte[]> opened(String cache, Map<String, byte[]> held) {
    Map<String, byte[]> values = new TreeMap<>();
    held.forEach((name, value) -> values.put(name, EncryptedBytes.open(cache, value)));
    return values;
  }
}
