package org.gridclear.market.inquiry;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.gridclear.account.Actor;
import org.gridclear.json.Json;
import org.gridclear.market.day.DayKey;
import org.gridclear.market.day.DayStore;
import org.gridclear.market.inquiry.Inquiry.Act;
import org.gridclear.market.inquiry.Inquiry.Kind;
import org.gridclear.market.inquiry.Inquiry.Subject;
import org.gridclear.market.result.DayQuery;
import org.gridclear.market.result.NoResultsException;
import org.gridclear.market.result.ResultService;
import org.gridclear.market.result.Viewer;
import org.gridclear.market.store.MarketFolder;
import org.gridclear.market.store.PieceStore;
import org.gridclear.market.store.PieceVersion;
import org.gridclear.table.Column;
import org.gridclear.table.Table;

/**
 * Inquiries of a market. Each act is a piece that stays as it was; who acts waits for who acts
 * before, so an explanation is of the question that is there.
 */
public final class Inquiries {
  /** Most letters of a question, an explanation or a comment. */
  public static final int TEXT_MAX = 4_000;

  private static final PieceVersion.Key KEY = new PieceVersion.Key("price-inquiry", "");

  private static final String[] SEEN = {
    "version", "cycle", "leastYuanPerMwh", "greatestYuanPerMwh", "changeYuanPerMwh", "changeAt"
  };
  private static final String SEEN_TEXT =
      "Version %s of run %s: %s to %s per MWh, greatest change %s at %s.";

  private final PieceStore store;
  private final ResultService results;
  private final ZoneId zone;
  private final Clock clock;

  /**
   * Inquiries of a market.
   *
   * @param store pieces of the market
   * @param results prices of its days
   * @param zone the market's zone of time
   * @param clock the time
   */
  public Inquiries(PieceStore store, ResultService results, ZoneId zone, Clock clock) {
    this.store = store;
    this.results = results;
    this.zone = zone;
    this.clock = clock;
  }

  /** The inquiries that a market keeps, about the results of its days. */
  public static Inquiries of(MarketFolder market, DayStore days, Clock clock) {
    return new Inquiries(
        new PieceStore(market), new ResultService(days), market.facts().zone(), clock);
  }

  /** All of them, the newest first. */
  public List<Inquiry> list() {
    TreeMap<Long, Inquiry> inquiries = new TreeMap<>();
    for (PieceVersion version : store.versions(KEY)) {
      Act act = Json.MAPPER.readValue(store.content(version), Act.class);
      Inquiry before = inquiries.get(act.number());
      inquiries.put(
          act.number(),
          before == null ? new Inquiry(act.number(), act, List.of()) : before.with(act));
    }
    return List.copyOf(inquiries.descendingMap().values());
  }

  /**
   * Asks how a price came about.
   *
   * @param due until when an explanation is asked for
   * @param viewer what who asks may see
   * @throws NoResultsException if there is no such price
   * @throws IllegalArgumentException if a text is empty or too long, or the time is over
   */
  public Inquiry ask(Subject subject, String question, Instant due, String by, Viewer viewer) {
    String text = text("question", question);
    requireLater(due);
    String seen = seen(subject, viewer);
    return act(
        by,
        all -> {
          long number = all.isEmpty() ? 1 : all.get(0).number() + 1;
          return new Act(number, Kind.ASKED, subject, text, seen, due, by, now());
        });
  }

  /**
   * Explains.
   *
   * @throws InquiryStateException if no explanation is waited for
   * @throws IllegalArgumentException if there is no such inquiry, who explains asked it, or the
   *     text is empty or too long
   */
  public Inquiry explain(long number, String explanation, String by) {
    String text = text("explanation", explanation);
    return act(
        by,
        all -> {
          Inquiry before = find(all, number);
          if (!before.waits()) {
            throw state(before, "waits for no explanation");
          }
          if (Actor.same(before.asked().by(), by)) {
            throw new IllegalArgumentException(
                "%s asked inquiry %d: another account explains.".formatted(by, number));
          }
          return after(before, Kind.EXPLAINED, text, before.last().due(), by);
        });
  }

  /**
   * Takes an explanation, which ends the inquiry; who finds more asks anew.
   *
   * @throws InquiryStateException if there is none to be decided on
   */
  public Inquiry accept(long number, String comment, String by) {
    return decide(number, Kind.ACCEPTED, text("comment", comment), Optional.empty(), by);
  }

  /**
   * Refuses an explanation, and asks for another.
   *
   * @param due until when
   * @throws InquiryStateException if there is none to be decided on
   */
  public Inquiry refuse(long number, String comment, Instant due, String by) {
    requireLater(due);
    return decide(number, Kind.REFUSED, text("comment", comment), Optional.of(due), by);
  }

  private Inquiry decide(long number, Kind kind, String text, Optional<Instant> due, String by) {
    return act(
        by,
        all -> {
          Inquiry before = find(all, number);
          if (before.last().kind() != Kind.EXPLAINED) {
            throw state(before, "has no explanation to decide on");
          }
          return after(before, kind, text, due.orElse(before.last().due()), by);
        });
  }

  private static Inquiry find(List<Inquiry> all, long number) {
    return all.stream()
        .filter(each -> each.number() == number)
        .findFirst()
        .orElseThrow(() -> new NoSuchInquiryException("There is no inquiry %d.".formatted(number)));
  }

  private static InquiryStateException state(Inquiry inquiry, String what) {
    return new InquiryStateException(
        "Inquiry %d %s; it is %s.".formatted(inquiry.number(), what, inquiry.last().kind()));
  }

  private Act after(Inquiry before, Kind kind, String text, Instant due, String by) {
    return new Act(before.number(), kind, before.asked().subject(), text, "", due, by, now());
  }

  /** Records an act that is decided from all that there are, while nobody else may act. */
  private Inquiry act(String by, Function<List<Inquiry>, Act> decide) {
    long[] number = new long[1];
    store.record(
        KEY,
        () -> {
          Act act = decide.apply(list());
          number[0] = act.number();
          PieceVersion.Facts facts =
              new PieceVersion.Facts(by, act.kind().name(), act.at(), Optional.empty(), act.at());
          return new PieceStore.Wanted(facts, Json.MAPPER.writeValueAsBytes(act));
        },
        by,
        now());
    return find(list(), number[0]);
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  private static String text(String what, String text) {
    String kept = text.strip();
    if (kept.isEmpty() || kept.length() > TEXT_MAX) {
      throw new IllegalArgumentException(
          "The %s has %d letters; give 1 to %d.".formatted(what, kept.length(), TEXT_MAX));
    }
    return kept;
  }

  private void requireLater(Instant due) {
    if (!due.isAfter(now())) {
      throw new IllegalArgumentException(
          "due: %s is over; give a time that is to come.".formatted(due));
    }
  }

  /** How the price went, in words that stay with the question. */
  private String seen(Subject subject, Viewer viewer) {
    DayQuery.Filter zones = DayQuery.Filter.ofZone(subject.zone());
    DayQuery query =
        DayQuery.of(DayKey.market(subject.market()), subject.date(), subject.date()).with(zones);
    Table table = results.priceChanges(viewer, query).table();
    return table.rows().stream()
        .map(row -> Arrays.stream(SEEN).map(name -> row[table.indexOf(name)]).toArray())
        .map(SEEN_TEXT::formatted)
        .distinct()
        .collect(Collectors.joining("\n"));
  }

  /** Inquiries as rows. */
  public Table table(List<Inquiry> inquiries) {
    Table.Rows rows =
        new Table.Rows(
            "inquiries",
            "An inquiry about a price and where it stands.",
            Column.whole("number", "Its number."),
            Column.text("state", "ASKED, EXPLAINED, ACCEPTED or REFUSED."),
            Column.text("overdue", "yes where an explanation is late, else no."),
            Column.text("market", "Market."),
            Column.text("date", "Trading date."),
            Column.text("zone", "Zone."),
            Column.text("question", "What is asked."),
            Column.text("seen", "How the price went when it was asked."),
            Column.text("askedBy", "Who asked."),
            Column.text("askedAt", "When, in the market's zone."),
            Column.text("due", "Until when an explanation is asked for."),
            Column.text("said", "What was said since, act by act."));
    Instant now = now();
    for (Inquiry each : inquiries) {
      Subject subject = each.asked().subject();
      rows.add(
          each.number(),
          each.last().kind().name(),
          each.isOverdue(now) ? "yes" : "no",
          subject.market(),
          subject.date().toString(),
          subject.zone(),
          each.asked().text(),
          each.asked().seen(),
          each.asked().by(),
          time(each.asked().at()),
          time(each.last().due()),
          String.join("\n", each.since().stream().map(this::said).toList()));
    }
    return rows.table();
  }

  private String said(Act act) {
    return "%s %s %s: %s".formatted(time(act.at()), act.kind(), act.by(), act.text());
  }

  private String time(Instant at) {
    return at.atZone(zone).toOffsetDateTime().truncatedTo(ChronoUnit.SECONDS).toString();
  }
}
