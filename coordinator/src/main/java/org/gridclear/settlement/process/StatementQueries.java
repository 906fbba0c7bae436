package org.gridclear.settlement.process;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.gridclear.settlement.bill.CarriedEvents;
import org.gridclear.settlement.bill.CarriedLine;
import org.gridclear.settlement.close.CloseFolder;
import org.gridclear.settlement.close.EntityDetail;
import org.gridclear.settlement.proof.BillBundle;
import org.gridclear.settlement.proof.BillEvidence;
import org.gridclear.settlement.proof.BillInputs;
import org.gridclear.settlement.proof.CloseDays;
import org.gridclear.settlement.proof.MerkleTree;
import org.gridclear.settlement.proof.PoolFacts;
import org.gridclear.settlement.proof.StatementLine;

/**
 * Questions to what was published.
 *
 * @param process the process
 */
public record StatementQueries(SettlementProcess process) {
  private static final int DAYS_MAX = 800;

  /**
   * A statement as it stands.
   *
   * @param publication what it was published with
   * @param number its number
   * @param entry the statement
   * @param state how it stands
   * @param confirmBy until when it is to be confirmed; empty where it need not be
   * @param confirmation who confirmed it; empty where nobody did, or silence
   */
  public record Shown(
      Publication publication,
      String number,
      StatementIndex.Entry entry,
      ProcessState.StatementState state,
      Optional<Instant> confirmBy,
      Optional<ProcessState.Confirmation> confirmation) {}

  /** Statements of the members that are seen, by publication and member. */
  public List<Shown> list(Predicate<String> sees) {
    return process.ask(
        state -> {
          List<Shown> shown = new ArrayList<>();
          for (Publication each : state.publications()) {
            state.index(each).statements().stream()
                .filter(entry -> sees.test(entry.member()))
                .forEach(entry -> shown.add(shown(state, each, entry)));
          }
          return shown;
        });
  }

  /**
   * A statement.
   *
   * @throws NoSuchSubjectException if there is none
   */
  public Shown find(long publication, String member) {
    return process.ask(
        state -> {
          StatementIndex.Entry entry = state.statement(publication, member);
          return shown(state, state.publication(publication), entry);
        });
  }

  private Shown shown(ProcessState state, Publication each, StatementIndex.Entry entry) {
    String member = entry.member();
    return new Shown(
        each,
        each.statementNumber(member),
        entry,
        state.state(each, member, process.now()),
        each.act().isVoucher() ? Optional.of(state.confirmBy(each, member)) : Optional.empty(),
        state.confirmation(each.number(), member));
  }

  /** Lines of a statement. */
  public List<StatementLine> lines(long publication, String member) {
    StatementIndex.Entry entry = process.ask(state -> state.statement(publication, member));
    return StatementLine.read(process.content().get(entry.sha256()));
  }

  /**
   * Sums over a period.
   *
   * @param item item
   * @param quantity 0.0001 of the unit
   * @param unit unit of the quantity
   * @param milliYuan amount, 0.001 yuan
   */
  public record Sum(String item, long quantity, String unit, long milliYuan) {}

  /**
   * Sums of a member by item over any days, of what was published last of each.
   *
   * @throws ProcessConflictException if a day was not published
   */
  public List<Sum> sums(String member, LocalDate from, LocalDate to) {
    if (to.isBefore(from) || !to.isBefore(from.plusDays(DAYS_MAX))) {
      throw new IllegalArgumentException(
          "The period (%s to %s) must have 1 to %d days.".formatted(from, to, DAYS_MAX));
    }
    Map<LocalDate, Optional<String>> hashes = new TreeMap<>();
    List<LocalDate> missing = new ArrayList<>();
    process.ask(
        state -> {
          for (LocalDate day = from; !day.isAfter(to); day = day.plusDays(1)) {
            Optional<Publication> of = state.inForce(member, day);
            if (of.isEmpty()) {
              missing.add(day);
            } else {
              hashes.put(day, state.index(of.get()).of(member).map(StatementIndex.Entry::sha256));
            }
          }
          return null;
        });
    if (!missing.isEmpty()) {
      throw new ProcessConflictException(
          "%d days were not published, such as %s; give others."
              .formatted(missing.size(), missing.get(0)));
    }
    return summed(hashes);
  }

  private List<Sum> summed(Map<LocalDate, Optional<String>> hashes) {
    Map<String, List<StatementLine>> read = new HashMap<>();
    Map<String, Sum> sums = new TreeMap<>();
    hashes.forEach(
        (day, hash) -> {
          if (hash.isPresent()) {
            read
                .computeIfAbsent(
                    hash.get(), each -> StatementLine.read(process.content().get(each)))
                .stream()
                .filter(line -> line.date().equals(day))
                .forEach(
                    line ->
                        sums.merge(
                            line.item() + "\n" + line.unit(),
                            new Sum(line.item(), line.quantity(), line.unit(), line.milliYuan()),
                            StatementQueries::plus));
          }
        });
    return List.copyOf(sums.values());
  }

  private static Sum plus(Sum one, Sum other) {
    return new Sum(
        one.item(),
        Math.addExact(one.quantity(), other.quantity()),
        one.unit(),
        Math.addExact(one.milliYuan(), other.milliYuan()));
  }

  /** Disputes of the members that are seen, by number. */
  public List<Dispute> disputes(Predicate<String> sees) {
    return process.ask(
        state ->
            state.disputes().stream().filter(each -> sees.test(each.filed().member())).toList());
  }

  /**
   * A dispute of a member that is seen.
   *
   * @throws NoSuchSubjectException if there is none
   */
  public Dispute dispute(long number, Predicate<String> sees) {
    return disputes(sees).stream()
        .filter(each -> each.number() == number)
        .findFirst()
        .orElseThrow(() -> new NoSuchSubjectException("There is no dispute %d.".formatted(number)));
  }

  /**
   * What an update changes.
   *
   * @throws NoSuchSubjectException if there is no update of the number
   */
  public Effects effects(long publication) {
    Act.Published act = process.ask(state -> state.publication(publication)).act();
    if (act.effects().isEmpty()) {
      throw new NoSuchSubjectException(
          "Publication %d is no update; it has no effects.".formatted(publication));
    }
    return Effects.read(process.content().get(act.effects()));
  }

  /**
   * A line of an interval.
   *
   * @param item item
   * @param interval from 1; 0 for a line of the day
   * @param contract contract; empty for none
   * @param quantity 0.0001 of the unit
   * @param unit unit of the quantity
   * @param price 0.001 yuan per unit; empty where there is no quantity
   * @param milliYuan amount, 0.001 yuan
   */
  public record IntervalLine(
      String item,
      int interval,
      String contract,
      long quantity,
      String unit,
      Optional<Long> price,
      long milliYuan) {}

  /**
   * Every interval of an entity on a day, with price and contract, from the close that was
   * published.
   *
   * @throws NoSuchSubjectException if the statement has no such entity or day
   * @throws ProcessConflictException if the close is not where it was
   */
  public List<IntervalLine> intervals(
      long publication, String member, String entity, LocalDate date) {
    Shown shown = find(publication, member);
    if (!shown.entry().entities().contains(entity) || !shown.publication().covers(date)) {
      throw new NoSuchSubjectException(
          "Statement %s has nothing of %s on %s.".formatted(shown.number(), entity, date));
    }
    try (CloseFolder close = close(shown)) {
      int day = close.month().day(date);
      boolean own =
          close.month().entities().get(close.entity(entity)).on(day).member().equals(member);
      return own ? intervals(close, entity, day) : List.of();
    }
  }

  /**
   * Differences of earlier months that a statement settles, with the numbers of their bills: those
   * of its days, of entities that are the member's on them.
   *
   * @throws NoSuchSubjectException if there is no such statement
   */
  public List<CarriedLine> resettlements(long publication, String member) {
    Shown shown = find(publication, member);
    try (CloseFolder close = close(shown)) {
      return CarriedEvents.of(
          close.files(), close.month(), member, date -> shown.publication().covers(date));
    }
  }

  /** The close that a statement was published from. */
  private static CloseFolder close(Shown shown) {
    Act.Published act = shown.publication().act();
    if (!Files.isDirectory(Path.of(act.close()))) {
      throw new ProcessConflictException(
          "The close of statement %s is not at its place; put it back.".formatted(shown.number()));
    }
    CloseFolder close = CloseFolder.open(Path.of(act.close()));
    if (!close.seal().hash().equals(act.seal())) {
      close.close();
      throw new ProcessConflictException(
          "The close of statement %s is not the one that was published.".formatted(shown.number()));
    }
    return close;
  }

  /**
   * A statement with everything that proves it.
   *
   * @throws NoSuchSubjectException if there is no such statement
   * @throws ProcessConflictException if it is one of a day or week, or the close is not where it
   *     was
   */
  public BillBundle bundle(long publication, String member) {
    try (Bundles bundles = new Bundles(process, find(publication, member))) {
      return bundles.of(member);
    }
  }

  /**
   * All statements of a publication with everything that proves them, one after another.
   *
   * @throws ProcessConflictException as one alone
   */
  public Bundles bundles(long publication) {
    StatementIndex index = process.ask(state -> state.index(state.publication(publication)));
    return new Bundles(process, find(publication, index.statements().get(0).member()));
  }

  /** Bundles of a publication: its close is opened once, and its tree made once. */
  public static final class Bundles implements AutoCloseable {
    private final SettlementProcess process;
    private final String root;
    private final StatementIndex index;
    private final MerkleTree tree;
    private final Map<String, Integer> leaves = new HashMap<>();
    private final PoolFacts pools;
    private final CloseFolder close;
    private final CloseDays days;

    Bundles(SettlementProcess process, Shown any) {
      if (any.entry().evidence().isEmpty()) {
        throw new ProcessConflictException(
            "Statement %s is for information; that of the month proves itself."
                .formatted(any.number()));
      }
      this.process = process;
      this.root = any.publication().act().root();
      this.index = process.ask(state -> state.index(any.publication()));
      this.tree = index.tree();
      index.statements().forEach(each -> leaves.put(each.member(), leaves.size()));
      this.pools = PoolFacts.read(process.content().get(index.pools()));
      this.close = StatementQueries.close(any);
      this.days = new CloseDays(close);
    }

    /** Members, in the order of the publication. */
    public List<String> members() {
      return index.statements().stream().map(StatementIndex.Entry::member).toList();
    }

    /** The bundle of a member. */
    public BillBundle of(String member) {
      int leaf = Objects.requireNonNull(leaves.get(member));
      StatementIndex.Entry entry = index.statements().get(leaf);
      return new BillBundle(
          new BillBundle.Manifest(
              member, index.from(), index.to(), entry.salt(), tree.path(leaf), root),
          process.content().get(entry.sha256()),
          BillEvidence.of(BillInputs.of(days, member, entry.entities()), pools));
    }

    @Override
    public void close() {
      close.close();
    }
  }

  private static List<IntervalLine> intervals(CloseFolder close, String entity, int day) {
    List<String> units = close.quantityUnits();
    return EntityDetail.of(close, entity).lines().stream()
        .filter(line -> line.day() == day)
        .map(
            line ->
                new IntervalLine(
                    close.month().book().items().get(line.item()).code(),
                    line.interval(),
                    line.contract() < 0 ? "" : close.month().contracts().get(line.contract()),
                    line.quantity(),
                    units.get(line.item()),
                    line.price().isPresent()
                        ? Optional.of(line.price().getAsLong())
                        : Optional.empty(),
                    line.amount()))
        .toList();
  }
}
