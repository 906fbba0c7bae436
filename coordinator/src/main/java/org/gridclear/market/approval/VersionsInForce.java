package org.gridclear.market.approval;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.gridclear.clearing.input.Market;
import org.gridclear.market.day.DayKey;
import org.gridclear.market.day.DayStore;
import org.gridclear.market.day.DayVersion;
import org.gridclear.market.store.MarketDatabase;
import org.gridclear.market.store.StoreTransaction;
import org.gridclear.market.store.approval.RunOfDay;
import org.gridclear.market.store.approval.TransitionRow;
import org.gridclear.market.store.approval.TransitionRows;

/**
 * Versions that are in force, for what is handed on: its own record and the state of the version
 * are written in one transaction, so nothing is handed on that is not in force.
 */
public final class VersionsInForce {
  private final DayStore days;
  private final TransitionRows transitions;

  /** The versions of a market. */
  public VersionsInForce(DayStore days, MarketDatabase database) {
    this.days = days;
    this.transitions = new TransitionRows(database);
  }

  /**
   * A version that is in force.
   *
   * @param version the version
   * @param since when it was approved
   * @param published whether it is published, too
   */
  public record InForce(DayVersion version, Instant since, boolean published) {}

  /** All versions of a market that are in force, by date, cycle and number. */
  public List<InForce> between(Market market, LocalDate from, LocalDate to) {
    Map<RunOfDay, List<TransitionRow>> steps = transitions.between(DayKey.word(market), from, to);
    List<InForce> found = new ArrayList<>();
    if (steps.isEmpty()) {
      return found;
    }
    for (DayVersion version : days.versions(market, from, to)) {
      List<TransitionRow> ofRun = steps.getOrDefault(run(version.key()), List.of());
      if (RunSteps.inForce(ofRun).filter(held -> held == version.version()).isPresent()) {
        boolean published = RunSteps.state(VersionId.of(version), ofRun) == VersionState.PUBLISHED;
        found.add(new InForce(version, since(version, ofRun), published));
      }
    }
    return found;
  }

  private static Instant since(DayVersion version, List<TransitionRow> steps) {
    return steps.stream()
        .filter(step -> step.version() == version.version())
        .filter(step -> step.to().equals(VersionState.APPROVED.name()))
        .reduce((earlier, later) -> later)
        .orElseThrow()
        .at()
        .toInstant();
  }

  /**
   * Holds a version that is published, or may be, until the transaction ends.
   *
   * @return since when it is in force
   * @throws StateChangedException if it is not in force
   */
  public static Instant requirePublishable(StoreTransaction transaction, DayVersion version) {
    AtomicReference<Instant> since = new AtomicReference<>();
    TransitionRows.add(
        transaction,
        run(version.key()),
        steps -> {
          if (RunSteps.state(VersionId.of(version), steps) != VersionState.PUBLISHED) {
            RunSteps.requireNext(version, steps, VersionState.PUBLISHED);
          }
          since.set(since(version, steps));
          return List.of();
        });
    return Objects.requireNonNull(since.get());
  }

  /**
   * Makes an approved version a published one, and holds it until the transaction ends; one that is
   * published stays so.
   *
   * @throws StateChangedException if it is neither
   */
  public static void publish(
      StoreTransaction transaction, DayVersion version, String by, Instant at) {
    TransitionRows.add(
        transaction,
        run(version.key()),
        steps ->
            RunSteps.state(VersionId.of(version), steps) == VersionState.PUBLISHED
                ? List.of()
                : List.of(next(version, steps, VersionState.PUBLISHED, by, at, "")));
  }

  /**
   * Holds a version that is in force until the transaction ends.
   *
   * @throws StateChangedException if it is not in force
   */
  public static void require(StoreTransaction transaction, DayVersion version) {
    TransitionRows.add(
        transaction,
        run(version.key()),
        steps -> {
          VersionState state = RunSteps.state(VersionId.of(version), steps);
          if (!state.isInForce()) {
            throw new StateChangedException(
                "%s is %s; what is handed on is approved.".formatted(version.text(), state.word()));
          }
          return List.of();
        });
  }

  /**
   * Holds a run of a day until the transaction ends.
   *
   * @throws StateChangedException if a version of it is in force
   */
  public static void requireNone(StoreTransaction transaction, DayKey key) {
    TransitionRows.add(
        transaction,
        run(key),
        steps -> {
          if (RunSteps.inForce(steps).isPresent()) {
            throw new StateChangedException(
                "%s has version %d in force.".formatted(key.text(), RunSteps.inForce(steps).get()));
          }
          return List.of();
        });
  }

  /**
   * Makes a version that is in force a withdrawn one; one that is withdrawn stays so.
   *
   * @throws StateChangedException if it never was in force
   */
  public static void withdraw(
      StoreTransaction transaction, DayVersion version, String reason, String by, Instant at) {
    TransitionRows.add(
        transaction,
        run(version.key()),
        steps ->
            RunSteps.state(VersionId.of(version), steps) == VersionState.WITHDRAWN
                ? List.of()
                : List.of(next(version, steps, VersionState.WITHDRAWN, by, at, reason)));
  }

  private static TransitionRow next(
      DayVersion version,
      List<TransitionRow> steps,
      VersionState to,
      String by,
      Instant at,
      String reason) {
    RunSteps.requireNext(version, steps, to);
    return new TransitionRow(
        0,
        version.version(),
        RunSteps.state(VersionId.of(version), steps).name(),
        to.name(),
        VersionPeople.name(by),
        at.atOffset(ZoneOffset.UTC),
        VersionPeople.reason(reason),
        List.of());
  }

  private static RunOfDay run(DayKey key) {
    return new RunOfDay(DayKey.word(key.market()), key.date(), key.cycle());
  }
}
