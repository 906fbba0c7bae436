package org.gridclear.worker.ignite.value;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javax.cache.processor.EntryProcessor;
import javax.cache.processor.MutableEntry;

/**
 * Changes an entry of the index of runs where it lies, alone. Entries are lines of text; every
 * change may be made twice. Arguments are what to do, the words of the line, and for {@link
 * #APPEND} how many lines there may be.
 */
public final class IndexUpdate
    implements EntryProcessor<String, byte[], Long>, java.io.Serializable {
  private static final long serialVersionUID = 1L;

  /** Adds a line to a page; the answer is its place, or {@link #FULL}. */
  public static final String APPEND = "append";

  /** Adds a line "RUN MILLIS" to the open runs, unless the run is there. */
  public static final String OPEN = "open";

  /** Takes a run out of the open ones and counts it in the line "=STATE COUNT". */
  public static final String END = "end";

  /** Takes a run out of the open ones. */
  public static final String DROP = "drop";

  /** A page has no room. */
  public static final long FULL = -1;

  private static final long NOT_THERE = -2;

  /** What begins a line that counts ended runs; ids of runs begin otherwise. */
  private static final char COUNT = '=';

  @Override
  public Long process(MutableEntry<String, byte[]> entry, Object... arguments) {
    List<String> lines = lines(entry.getValue());
    String what = (String) arguments[0];
    String id = (String) arguments[1];
    String more = (String) arguments[2];
    int at = indexOf(lines, id);
    long answer = at;
    switch (what) {
      case APPEND -> {
        if (at < 0) {
          answer = lines.size() < Integer.parseInt(more) ? lines.size() : FULL;
          if (answer != FULL) {
            lines.add(id);
          }
        }
      }
      case OPEN -> {
        if (at < 0) {
          lines.add(id + " " + more);
        }
      }
      case END, DROP -> {
        if (at >= 0) {
          lines.remove(at);
          if (what.equals(END)) {
            count(lines, COUNT + more);
          }
        }
      }
      default -> throw new IllegalArgumentException("The index knows no change '" + what + "'.");
    }
    entry.setValue(bytes(lines));
    return answer;
  }

  private static int indexOf(List<String> lines, String id) {
    for (int k = 0; k < lines.size(); k++) {
      if (lines.get(k).equals(id) || lines.get(k).startsWith(id + " ")) {
        return k;
      }
    }
    return (int) NOT_THERE;
  }

  private static void count(List<String> lines, String state) {
    int at = indexOf(lines, state);
    long before = at < 0 ? 0 : Long.parseLong(lines.get(at).substring(state.length() + 1));
    if (at >= 0) {
      lines.remove(at);
    }
    lines.add(state + " " + (before + 1));
  }

  /** The line that counts runs that ended in a state. */
  public static String countLine(String state, long count) {
    return COUNT + state + " " + count;
  }

  /** The lines of an entry; none where there is no entry. */
  public static List<String> lines(byte[] value) {
    return value == null || value.length == 0
        ? new ArrayList<>()
        : new ArrayList<>(List.of(new String(value, StandardCharsets.UTF_8).split("\n")));
  }

  /** An entry of lines. */
  public static byte[] bytes(List<String> lines) {
    return String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
  }

  /** Whether a line counts ended runs. */
  public static boolean isCount(String line) {
    return line.charAt(0) == COUNT;
  }
}
