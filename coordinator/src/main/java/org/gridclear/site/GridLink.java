package org.gridclear.site;

import java.util.List;

/** What a grid holds, as a site sends it and another takes it. */
public interface GridLink extends AutoCloseable {
  /** No grid. */
  GridLink NONE =
      new GridLink() {
        @Override
        public void all() {
          // Nothing is held.
        }

        @Override
        public List<Entry> changed(long bytesMax) {
          return List.of();
        }

        @Override
        public void put(List<Entry> entries) {
          // Nothing is kept.
        }

        @Override
        public void close() {
          // Nothing is open.
        }
      };

  /**
   * An entry as it is held.
   *
   * @param cache name of its cache
   * @param key its name
   * @param value its bytes
   */
  record Entry(String cache, String key, byte[] value) {}

  /** Everything counts as changed from now on. */
  void all();

  /**
   * What changed since it was asked for, what an entry needs before the entry.
   *
   * @param bytesMax about so many bytes; the rest comes with the next call
   */
  List<Entry> changed(long bytesMax);

  /** Keeps entries of the other site. */
  void put(List<Entry> entries);

  @Override
  void close();
}
