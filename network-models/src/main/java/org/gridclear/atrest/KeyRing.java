package org.gridclear.atrest;

import java.util.List;
import java.util.stream.Collectors;

/**
 * The keys of an installation: with the last one is written, with all of them is read.
 *
 * @param keys the oldest first, at least one
 * @param source where they come from, as it is said to a person
 */
public record KeyRing(List<DataKey> keys, String source) {
  public KeyRing {
    keys = List.copyOf(keys);
    if (keys.isEmpty()) {
      throw new KeyRefusedException("%s has no key.".formatted(source));
    }
  }

  /** The key that is written with. */
  public DataKey current() {
    return keys.get(keys.size() - 1);
  }

  /**
   * The key of an id.
   *
   * @param what says what was encrypted with it
   * @throws KeyRefusedException if there is none of this id
   */
  public DataKey key(String id, String what) {
    return keys.stream()
        .filter(key -> key.id().equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                new KeyRefusedException(
                    "%s is encrypted with the key %s; %s has %s. Give the keys that it was written with."
                        .formatted(what, id, source, ids())));
  }

  /** Whether a key of this id is there. */
  public boolean has(String id) {
    return keys.stream().anyMatch(key -> key.id().equals(id));
  }

  /** Ids of all keys, the oldest first, with commas between. */
  public String ids() {
    return keys.stream().map(DataKey::id).collect(Collectors.joining(", "));
  }
}
