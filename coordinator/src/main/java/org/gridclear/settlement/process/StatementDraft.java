package org.gridclear.settlement.process;

import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.gridclear.json.Json;
import org.gridclear.settlement.close.CloseFolder;
import org.gridclear.settlement.close.Successor;
import org.gridclear.settlement.input.SettlementMonth;
import org.gridclear.settlement.proof.BillEvidence;
import org.gridclear.settlement.proof.BillInputs;
import org.gridclear.settlement.proof.CloseDays;
import org.gridclear.settlement.proof.PoolFacts;
import org.gridclear.settlement.proof.StatementLine;
import org.jspecify.annotations.Nullable;

/**
 * Statements of a close before they are published: their lines and their list are kept as content,
 * and the act that would publish them names both.
 */
public final class StatementDraft {
  private static final int SALT_BYTES = 16;

  private final SettlementProcess process;
  private final CloseFolder close;
  private final CloseLines lines;
  private final CloseDays days;
  private final SecureRandom random = new SecureRandom();

  /**
   * Drafts from a close.
   *
   * @throws IllegalArgumentException if another version of the month follows it
   */
  public StatementDraft(SettlementProcess process, CloseFolder close) {
    Successor.refuse(close.path(), "published");
    this.process = process;
    this.close = close;
    this.lines = new CloseLines(close);
    this.days = new CloseDays(close);
  }

  /**
   * What is to be published.
   *
   * @param kind what it is
   * @param from first day; null of an update or a resettlement
   * @param to last day; null of an update or a resettlement
   * @param of publication that these two follow; null of the others
   */
  public record Wanted(
      Act.Kind kind, @Nullable LocalDate from, @Nullable LocalDate to, @Nullable Long of) {
    /** Whether it says what its kind needs, and nothing else. */
    public boolean isWhole() {
      return kind == Act.Kind.UPDATE || kind == Act.Kind.RESETTLEMENT
          ? of != null && from == null && to == null
          : of == null && from != null && to != null;
    }
  }

  /**
   * The act that would publish something.
   *
   * @param wanted what; it is whole
   * @throws IllegalArgumentException if the days are no such period of the close
   * @throws ProcessConflictException if its books do not allow it
   */
  public Act.Published of(Wanted wanted) {
    return switch (wanted.kind()) {
      case UPDATE -> update(Objects.requireNonNull(wanted.of()));
      case RESETTLEMENT -> resettlement(Objects.requireNonNull(wanted.of()));
      case DAY, WEEK, MONTH ->
          period(
              wanted.kind(),
              Objects.requireNonNull(wanted.from()),
              Objects.requireNonNull(wanted.to()));
    };
  }

  /**
   * Statements of a day, a week or a month.
   *
   * @throws IllegalArgumentException if the days are no such period of the close
   * @throws ProcessConflictException if its books do not allow it
   */
  public Act.Published period(Act.Kind kind, LocalDate from, LocalDate to) {
    SettlementMonth month = close.month();
    int first = month.day(from);
    int last = month.day(to);
    boolean fits =
        switch (kind) {
          case DAY -> first == last;
          case WEEK ->
              month.week(first) == month.week(last)
                  && (first == 1 || month.week(first - 1) != month.week(first))
                  && (last == month.period() || month.week(last + 1) != month.week(last));
          case MONTH -> first == 1 && last == month.period();
          case UPDATE, RESETTLEMENT -> false;
        };
    if (!fits) {
      throw new IllegalArgumentException(
          "%s to %s is no %s of %s; weeks are cut at the ends of the month."
              .formatted(from, to, kind, month.month()));
    }
    if (kind == Act.Kind.MONTH) {
      billable();
    }
    String index = keep(lines.members(), first, last, kind == Act.Kind.MONTH);
    return act(kind, first, last, index, 0, List.of(), "");
  }

  private void billable() {
    if (!close.record().billable()) {
      throw new ProcessConflictException(
          "The books of %s do not balance, are not allocated or have data that are to be verified; see summary.json."
              .formatted(close.path()));
    }
  }

  private String keep(Collection<String> members, int first, int last, boolean voucher) {
    Optional<PoolFacts> pools = voucher ? Optional.of(PoolFacts.of(close)) : Optional.empty();
    List<StatementIndex.Entry> entries =
        members.parallelStream().map(member -> entry(member, first, last, pools)).toList();
    SettlementMonth month = close.month();
    String kept = pools.map(facts -> process.content().put(facts.text())).orElse("");
    return process
        .content()
        .put(
            Json.MAPPER.writeValueAsBytes(
                new StatementIndex(
                    month.date(first), month.date(last), lines.items(), kept, entries)));
  }

  private StatementIndex.Entry entry(
      String member, int first, int last, Optional<PoolFacts> pools) {
    List<StatementLine> own = lines.of(member, first, last);
    List<String> entities = lines.entities(member);
    byte[] salt = new byte[SALT_BYTES];
    random.nextBytes(salt);
    return new StatementIndex.Entry(
        member,
        lines.name(member),
        entities,
        own.stream().mapToLong(StatementLine::milliYuan).sum(),
        process.content().put(StatementLine.text(own)),
        pools
            .map(facts -> BillEvidence.of(BillInputs.of(days, member, entities), facts).hash())
            .orElse(""),
        HexFormat.of().formatHex(salt));
  }

  private Act.Published act(
      Act.Kind kind,
      int first,
      int last,
      String index,
      long updates,
      List<Long> disputes,
      String effects) {
    StatementIndex kept = Json.MAPPER.readValue(process.content().get(index), StatementIndex.class);
    return new Act.Published(
        kind,
        close.month().date(first),
        close.month().date(last),
        close.path().toAbsolutePath().normalize().toString(),
        close.seal().hash(),
        close.record().bookHash(),
        index,
        kept.tree().root(),
        updates,
        disputes,
        effects);
  }

  /**
   * Updated statements of a month, of the filers of its disputes that were granted.
   *
   * @param first number of the publication of the month
   * @throws ProcessConflictException if none waits, or the close does not follow what was published
   */
  public Act.Published update(long first) {
    billable();
    List<Dispute> granted =
        process.ask(
            state -> {
              state.publication(first);
              return state.disputes().stream()
                  .filter(each -> each.awaitsUpdate() && !each.filed().nextPeriod())
                  .filter(each -> state.publication(each.filed().publication()).first() == first)
                  .toList();
            });
    if (granted.isEmpty()) {
      throw new ProcessConflictException(
          "No dispute of publication %d waits for an updated statement.".formatted(first));
    }
    Publication last =
        process.ask(state -> state.lastOf(state.publication(first).act().from()).orElseThrow());
    CloseFolder before = before(last);
    TreeSet<String> filers = new TreeSet<>();
    granted.forEach(each -> filers.add(each.filed().member()));
    int period = close.month().period();
    String index = keep(filers, 1, period, true);
    String effects = Effects.of(before, close, lines, filers).keep(process.content());
    return act(
        Act.Kind.UPDATE,
        1,
        period,
        index,
        first,
        granted.stream().map(Dispute::number).toList(),
        effects);
  }

  /**
   * Changes of a month that go to later bills: what was found after its statements were confirmed,
   * and granted disputes that went to the next period.
   *
   * @param first number of the publication of the month
   * @throws ProcessConflictException if the close does not follow what was published, or changes
   *     nothing
   */
  public Act.Published resettlement(long first) {
    billable();
    List<Dispute> granted =
        process.ask(
            state -> {
              state.publication(first);
              return state.disputes().stream()
                  .filter(each -> each.awaitsUpdate() && each.filed().nextPeriod())
                  .filter(each -> state.publication(each.filed().publication()).first() == first)
                  .toList();
            });
    Publication last =
        process.ask(state -> state.lastOf(state.publication(first).act().from()).orElseThrow());
    Effects changes = Effects.of(before(last), close, lines, Set.of());
    if (changes.changes().isEmpty()) {
      throw new ProcessConflictException(
          "%s changes nothing of what was published.".formatted(close.path()));
    }
    return new Act.Published(
        Act.Kind.RESETTLEMENT,
        close.month().date(1),
        close.month().date(close.month().period()),
        close.path().toAbsolutePath().normalize().toString(),
        close.seal().hash(),
        close.record().bookHash(),
        none(),
        "",
        first,
        granted.stream().map(Dispute::number).toList(),
        changes.keep(process.content()));
  }

  /** A list without statements. */
  private String none() {
    return process
        .content()
        .put(
            Json.MAPPER.writeValueAsBytes(
                new StatementIndex(
                    close.month().date(1),
                    close.month().date(close.month().period()),
                    lines.items(),
                    "",
                    List.of())));
  }

  private CloseFolder before(Publication last) {
    Optional<CloseFolder> each = close.previous();
    while (each.isPresent() && !each.get().seal().hash().equals(last.act().seal())) {
      each = each.get().previous();
    }
    return each.orElseThrow(
        () ->
            new ProcessConflictException(
                "%s does not correct the close that was published last; correct %s."
                    .formatted(close.path(), last.act().close())));
  }
}
