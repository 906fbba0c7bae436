package org.gridclear.account;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gridclear.json.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * Records of an audit log, the newest first. The files are read from their ends, so that a page
 * costs what it looks through and not what the log is long.
 *
 * @param records what was found
 * @param next where the next page begins; empty where the log has no older record
 * @param looked how many records were looked through
 */
public record AuditPage(List<AuditLog.Entry> records, String next, int looked) {
  private static final int BLOCK_BYTES = 1 << 16;
  private static final int LOOKED_MAX = 10_000;
  private static final int LIMIT_MAX = 1_000;
  private static final Pattern PLACE = Pattern.compile("(audit-\\d{4}-\\d\\d\\.jsonl):(\\d{1,15})");

  /**
   * Which records are asked for; null asks for nothing.
   *
   * @param kind system or business
   * @param outcome success or failure
   * @param user who, to the letter
   * @param text part of who, whence, what or more of it; upper and lower case are the same
   * @param from not before this time
   * @param to before this time
   */
  public record Asked(
      AuditLog.@Nullable Kind kind,
      AuditLog.@Nullable Outcome outcome,
      @Nullable String user,
      @Nullable String text,
      @Nullable Instant from,
      @Nullable Instant to) {
    private boolean wants(AuditLog.Entry entry) {
      return (kind == null || entry.kind() == kind)
          && (outcome == null || entry.outcome() == outcome)
          && (user == null || user.isBlank() || entry.user().equals(user))
          && (from == null || !Instant.parse(entry.at()).isBefore(from))
          && (to == null || Instant.parse(entry.at()).isBefore(to))
          && (text == null || has(entry, text.toLowerCase(Locale.ROOT)));
    }

    private static boolean has(AuditLog.Entry entry, String text) {
      return String.join(" ", entry.user(), entry.from(), entry.operation(), entry.detail())
          .toLowerCase(Locale.ROOT)
          .contains(text);
    }
  }

  /**
   * A page of the log of a folder.
   *
   * @param before what the page before says is next; empty for the newest
   * @param limit most records, 1 to 1 000
   * @throws IllegalArgumentException for a place or a limit that cannot be
   */
  public static AuditPage of(Path folder, Asked asked, String before, int limit) {
    if (limit < 1 || limit > LIMIT_MAX) {
      throw new IllegalArgumentException(
          "The limit (%d) must lie in 1..%d.".formatted(limit, LIMIT_MAX));
    }
    Matcher place = PLACE.matcher(before);
    if (!before.isEmpty() && !place.matches()) {
      throw new IllegalArgumentException(
          "before: '%s' is no place of the log; give what the page before said.".formatted(before));
    }
    List<Path> files = new ArrayList<>(AuditReading.files(folder));
    Collections.reverse(files);
    Search search = new Search(asked, limit);
    for (Path file : files) {
      String name = file.getFileName().toString();
      int later = before.isEmpty() ? -1 : name.compareTo(place.group(1));
      if (later <= 0 || before.isEmpty()) {
        long end = later == 0 ? Long.parseLong(place.group(2)) : Long.MAX_VALUE;
        search.read(file, name, end);
        if (!search.next.isEmpty()) {
          break;
        }
      }
    }
    return new AuditPage(List.copyOf(search.found), search.next, search.looked);
  }

  /** What is found on the way. */
  private static final class Search {
    private final Asked asked;
    private final int limit;
    private final List<AuditLog.Entry> found = new ArrayList<>();
    private String next = "";
    private int looked;

    Search(Asked asked, int limit) {
      this.asked = asked;
      this.limit = limit;
    }

    /** Reads a file from an end back to its begin, or until a page is full. */
    void read(Path file, String name, long end) {
      try (SeekableByteChannel channel = Files.newByteChannel(file)) {
        long at = Math.min(end, channel.size());
        byte[] rest = new byte[0];
        while (at > 0 && next.isEmpty()) {
          int length = (int) Math.min(BLOCK_BYTES, at);
          at -= length;
          byte[] block = joined(block(channel, at, length), rest);
          int first = at == 0 ? 0 : firstLine(block);
          lines(block, first, name, at);
          rest = Arrays.copyOf(block, first);
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private static byte[] block(SeekableByteChannel channel, long at, int length)
        throws IOException {
      ByteBuffer block = ByteBuffer.allocate(length);
      channel.position(at);
      while (block.hasRemaining() && channel.read(block) >= 0) {
        // Read on.
        continue;
      }
      return block.array();
    }

    private static byte[] joined(byte[] first, byte[] second) {
      byte[] both = Arrays.copyOf(first, first.length + second.length);
      System.arraycopy(second, 0, both, first.length, second.length);
      return both;
    }

    /** Where the first line begins that lies in a block as a whole; its end if none does. */
    private static int firstLine(byte[] block) {
      for (int k = 0; k < block.length; k++) {
        if (block[k] == '\n') {
          return k + 1;
        }
      }
      return block.length;
    }

    private void lines(byte[] block, int first, String name, long at) {
      int end = block.length;
      while (end > first) {
        if (found.size() == limit || looked == LOOKED_MAX) {
          next = "%s:%d".formatted(name, at + end);
          return;
        }
        int begin = end - 1;
        while (begin > first && block[begin - 1] != '\n') {
          begin--;
        }
        look(Arrays.copyOfRange(block, begin, end));
        end = begin;
      }
    }

    private void look(byte[] line) {
      looked++;
      byte[] plain = AuditLine.plain(line);
      if (RemovedRecord.of(plain).isPresent()) {
        return;
      }
      try {
        AuditLog.Entry entry = Json.MAPPER.readValue(plain, AuditLog.Entry.class);
        if (entry != null && asked.wants(entry)) {
          found.add(entry);
        }
      } catch (JacksonException e) {
        // A line that is no record is what the findings of the log say; here it is left out.
        return;
      }
    }
  }
}
