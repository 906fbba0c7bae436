package org.gridclear.market.archive;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.gridclear.market.store.MarketFolder;
import org.gridclear.market.store.archive.OperationRow;
import org.gridclear.market.store.archive.OperationRows;
import org.gridclear.table.Column;
import org.gridclear.table.Table;
import org.gridclear.validate.UnknownNameException;

/**
 * Who did what when in a market, of members and of accounts (M-13, M-14, M-16). Logins and calls
 * are in the audit log of the accounts.
 *
 * @param market the market
 */
public record Operations(MarketFolder market) {
  /** The most operations of an answer. */
  public static final int LIMIT_MAX = 10_000;

  /** No database need know a later one. */
  private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

  /** The beginning of everything, as a cursor. */
  public static final String FIRST = "";

  /**
   * What is asked for.
   *
   * @param from first time
   * @param to one past the last
   * @param account who; "" for everybody
   * @param member whose; "" for all
   * @param kinds kinds of things; all where it is empty
   */
  public record Asked(Instant from, Instant to, String account, String member, List<String> kinds) {
    public Asked {
      for (String kind : kinds) {
        if (!OperationRows.kinds().contains(kind)) {
          throw new UnknownNameException("kind of operation", kind, OperationRows.kinds());
        }
      }
      if (!from.isBefore(to)) {
        throw new IllegalArgumentException(
            "The first time (%s) must be before the last (%s).".formatted(from, to));
      }
      kinds = List.copyOf(kinds);
    }
  }

  /**
   * A part of the answer.
   *
   * @param rows operations, the earliest first
   * @param next what to ask for next; "" where this was the last part
   */
  public record Page(List<OperationRow> rows, String next) {}

  /**
   * Operations after those that were given.
   *
   * @param after {@link #FIRST}, or what the part before named
   * @param limit the most, 1 to {@link #LIMIT_MAX}
   * @throws IllegalArgumentException if the cursor is none
   */
  public Page find(Asked asked, String after, int limit) {
    if (limit < 1 || limit > LIMIT_MAX) {
      throw new IllegalArgumentException(
          "The limit (%d) must lie in 1..%d.".formatted(limit, LIMIT_MAX));
    }
    Cursor cursor = Cursor.of(after, asked.from());
    List<OperationRow> found =
        new OperationRows(market.database())
            .find(
                new OperationRows.Asked(
                    utc(cursor.at()),
                    utc(asked.to()),
                    asked.account(),
                    asked.member(),
                    asked.kinds()),
                cursor.skipped(),
                limit + 1);
    boolean more = found.size() > limit;
    List<OperationRow> rows = more ? found.subList(0, limit) : found;
    return new Page(rows, more ? cursor.after(rows).text() : "");
  }

  private static OffsetDateTime utc(Instant time) {
    return time.atOffset(ZoneOffset.UTC);
  }

  /** The time of the last that was given, and how many of that time were. */
  private record Cursor(Instant at, int skipped) {
    static Cursor of(String text, Instant from) {
      if (text.isEmpty()) {
        return new Cursor(from, 0);
      }
      if (!text.matches("\\d{1,18}-\\d{1,9}")) {
        throw new IllegalArgumentException(
            "after (%s) must be what the part before named as next.".formatted(text));
      }
      int dash = text.indexOf('-');
      Instant at = Instant.ofEpochMilli(Long.parseLong(text.substring(0, dash)));
      if (at.isAfter(LAST)) {
        throw new IllegalArgumentException("after (%s) is no time of a market.".formatted(text));
      }
      return new Cursor(at, Integer.parseInt(text.substring(dash + 1)));
    }

    Cursor after(List<OperationRow> rows) {
      Instant last = rows.get(rows.size() - 1).at().toInstant();
      long same = rows.stream().filter(row -> row.at().toInstant().equals(last)).count();
      return new Cursor(last, (int) same + (last.equals(at) ? skipped : 0));
    }

    String text() {
      return at.toEpochMilli() + "-" + skipped;
    }
  }

  /** Operations as a table. */
  public Table table(List<OperationRow> operations) {
    Table.Rows rows =
        new Table.Rows(
            "operations",
            "Something that somebody did.",
            Column.text("at", "When, on the market's clock."),
            Column.text("account", "Who."),
            Column.text("member", "Whose it is; empty where it is no member's."),
            Column.text("kind", "What sort of thing."),
            Column.text("subject", "What it was done to."),
            Column.text("words", "How it ended, and why."));
    ZoneId zone = market.facts().zone();
    for (OperationRow row : operations) {
      rows.add(
          row.at().atZoneSameInstant(zone).toOffsetDateTime().toString(),
          row.account(),
          row.member(),
          row.kind(),
          row.subject(),
          row.words());
    }
    return rows.table();
  }
}
