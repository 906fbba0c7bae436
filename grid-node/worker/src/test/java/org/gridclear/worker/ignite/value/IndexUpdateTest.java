package org.gridclear.worker.ignite.value;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.util.List;
import javax.cache.processor.MutableEntry;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is changed where it lies: the index of runs, and records with an epoch. */
class IndexUpdateTest {
  /** An entry by itself. */
  private static final class Entry implements MutableEntry<String, byte[]> {
    private byte @Nullable [] value;

    @Override
    public String getKey() {
      return "key";
    }

    @Override
    public byte @Nullable [] getValue() {
      return value;
    }

    @Override
    public <T> T unwrap(Class<T> type) {
      throw new IllegalArgumentException();
    }

    @Override
    public boolean exists() {
      return value != null;
    }

    @Override
    public void remove() {
      value = null;
    }

    @Override
    public void setValue(byte[] other) {
      value = other;
    }
  }

  private final Entry entry = new Entry();

  private long update(String what, String id, String more) {
    return new IndexUpdate().process(entry, what, id, more);
  }

  private List<String> lines() {
    return IndexUpdate.lines(entry.getValue());
  }

  /** A change may be made twice: a message that is sent again is no second line. */
  @Test
  void aLineStandsOnceAndAFullPageSaysSo() {
    assertEquals(0, update(IndexUpdate.APPEND, "r1", "2"));
    assertEquals(1, update(IndexUpdate.APPEND, "r2", "2"));
    assertEquals(0, update(IndexUpdate.APPEND, "r1", "2"));
    assertEquals(IndexUpdate.FULL, update(IndexUpdate.APPEND, "r3", "2"));
    assertEquals(1, update(IndexUpdate.APPEND, "r2", "2"));
    assertEquals(List.of("r1", "r2"), lines());
  }

  @Test
  void aRunThatBeginsLikeAnotherIsNotTheOther() {
    update(IndexUpdate.OPEN, "r1", "1000");
    update(IndexUpdate.OPEN, "r12", "2000");
    update(IndexUpdate.OPEN, "r1", "3000");
    assertEquals(List.of("r1 1000", "r12 2000"), lines());
    update(IndexUpdate.DROP, "r1", "");
    assertEquals(List.of("r12 2000"), lines());
  }

  @Test
  void anEndedRunIsCountedOnceByItsState() {
    for (String run : List.of("a", "b", "c")) {
      update(IndexUpdate.OPEN, run, "1");
    }
    update(IndexUpdate.END, "a", "DONE");
    update(IndexUpdate.END, "b", "FAILED");
    update(IndexUpdate.END, "a", "DONE");
    update(IndexUpdate.END, "c", "DONE");
    update(IndexUpdate.END, "never", "DONE");
    assertEquals(List.of("=FAILED 1", "=DONE 2"), lines());
    assertEquals("=DONE 2", IndexUpdate.countLine("DONE", 2));
    assertTrue(IndexUpdate.isCount("=DONE 2"));
    assertFalse(IndexUpdate.isCount("a 1"));
  }

  /** A state that begins like another is counted by itself. */
  @Test
  void countsOfStatesAreApart() {
    update(IndexUpdate.OPEN, "a", "1");
    update(IndexUpdate.OPEN, "b", "1");
    update(IndexUpdate.END, "a", "DONE_LATE");
    update(IndexUpdate.END, "b", "DONE");
    assertEquals(List.of("=DONE_LATE 1", "=DONE 1"), lines());
  }

  /** What a newer program asks for must not take a run away. */
  @Test
  void aChangeThatIsNotKnownIsRefusedAndChangesNothing() {
    update(IndexUpdate.OPEN, "r1", "1000");
    byte[] before = entry.getValue();
    assertThrows(IllegalArgumentException.class, () -> update("pause", "r1", ""));
    assertArrayEquals(before, entry.getValue());
  }

  private static byte[] record(long epoch, int content) {
    return ByteBuffer.allocate(12).putLong(epoch).putInt(content).array();
  }

  @Test
  void aRecordIsWrittenOnlyOverTheEpochThatWasRead() {
    FencedWrite write = new FencedWrite();
    assertFalse(write.process(entry, 1L, record(2, 7)), "there is none yet");
    assertTrue(write.process(entry, 0L, record(1, 7)));
    assertFalse(write.process(entry, 0L, record(1, 8)), "another was first");
    assertArrayEquals(record(1, 7), entry.getValue());
    assertTrue(write.process(entry, 1L, record(Long.MAX_VALUE, 9)));
    assertEquals(Long.MAX_VALUE, FencedWrite.epoch(record(Long.MAX_VALUE, 9)));
    assertFalse(write.process(entry, 1L, record(2, 10)));
    assertArrayEquals(record(Long.MAX_VALUE, 9), entry.getValue());
  }
}
