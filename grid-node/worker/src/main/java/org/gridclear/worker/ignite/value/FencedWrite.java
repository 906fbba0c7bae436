package org.gridclear.worker.ignite.value;

import java.nio.ByteBuffer;
import javax.cache.processor.EntryProcessor;
import javax.cache.processor.MutableEntry;

/**
 * Writes a record if the one that is stored has the expected epoch. The first eight bytes of a
 * record are its epoch; where there is no record the epoch is 0. Runs where the record lies, alone.
 */
public final class FencedWrite
    implements EntryProcessor<String, byte[], Boolean>, java.io.Serializable {
  private static final long serialVersionUID = 1L;

  @Override
  public Boolean process(MutableEntry<String, byte[]> entry, Object... arguments) {
    long expected = (Long) arguments[0];
    byte[] stored = entry.getValue();
    long epoch = stored == null ? 0 : epoch(stored);
    if (epoch != expected) {
      return false;
    }
    entry.setValue((byte[]) arguments[1]);
    return true;
  }

  /** The epoch of a stored record. */
  public static long epoch(byte[] stored) {
    return ByteBuffer.wrap(stored).getLong();
  }
}
