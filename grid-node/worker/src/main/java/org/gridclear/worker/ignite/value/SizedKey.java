package org.gridclear.worker.ignite.value;

import javax.cache.Cache;
import org.apache.ignite.lang.IgniteClosure;

/**
 * What is told of an entry before it is asked for: the size of its value in bytes, a space, its
 * key. Runs where the entry lies, so that values do not travel.
 */
final class SizedKey implements IgniteClosure<Cache.Entry<String, byte[]>, String> {
  private static final long serialVersionUID = 1L;

  @Override
  public String apply(Cache.Entry<String, byte[]> entry) {
    return entry.getValue().length + " " + entry.getKey();
  }

  static long size(String told) {
    return Long.parseLong(told.substring(0, told.indexOf(' ')));
  }

  static String key(String told) {
    return told.substring(told.indexOf(' ') + 1);
  }
}
