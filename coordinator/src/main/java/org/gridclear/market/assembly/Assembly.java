package org.gridclear.market.assembly;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SortedMap;
import org.gridclear.clearing.input.HorizonWindow;
import org.gridclear.file.Sha256;
import org.gridclear.io.CaseFiles;
import org.gridclear.market.MarketDay;
import org.gridclear.market.check.CheckFinding;
import org.gridclear.market.check.SeriesChecks;
import org.gridclear.market.intake.CheckSets;
import org.gridclear.market.intake.KnownPieces;
import org.gridclear.market.intake.NetworkVersions;
import org.gridclear.market.intake.Snapshots;
import org.gridclear.market.intake.TicketBook;
import org.gridclear.market.parameter.PenaltyRules;
import org.gridclear.market.series.MarketClock;
import org.gridclear.market.series.SeriesSet;
import org.gridclear.market.store.PieceStore;
import org.gridclear.quantity.Horizon;
import org.gridclear.quantity.PeriodMap;
import org.gridclear.validate.IssueLog;
import org.gridclear.validate.MarketDayValidator;
import org.gridclear.validate.Rule;
import org.gridclear.validate.Severity;

/** Makes the case of a date from what was known at its gate, and keeps it by its content. */
public final class Assembly {
  private final PieceStore store;
  private final MarketClock clock;
  private final RegistryInForce registry;
  private final OffersInForce offers;

  /**
   * Makes cases of a market.
   *
   * @param store its pieces
   * @param clock its clock
   * @param registry what is registered
   * @param offers what is declared
   */
  public Assembly(
      PieceStore store, MarketClock clock, RegistryInForce registry, OffersInForce offers) {
    this.store = store;
    this.clock = clock;
    this.registry = registry;
    this.offers = offers;
  }

  /**
   * The case that is asked for.
   *
   * @param now the time: rules of checks are those set last
   * @throws org.gridclear.validate.InvalidInputException with everything that is missing or wrong,
   *     each with its place and the time on the clock
   * @throws IllegalArgumentException if no network version holds, the gate is later than the first
   *     period or than now, or clocks change within the case
   */
  public AssembledCase make(AssemblyRequest request, Instant now) {
    Gate gate = request.gate();
    CheckSets.InEffect checks = new CheckSets(store).at(now);
    NetworkVersions.InForce network = network(gate);
    MarketDay window = window(network.day(), request);
    PeriodGrid grid = new PeriodGrid(clock, gate.date(), window.horizon());
    grid.refuseClockChange();
    refuseLateGate(grid, gate, now);
    KnownPieces known = new KnownPieces(store, clock, gate.at());
    Draft draft = new Draft(request, grid, known, window);
    draft.add(network.version());
    penalties(draft);
    LoadPart.add(draft);
    ForecastPart.add(draft);
    LimitPart.add(draft);
    PlanPart.add(draft);
    UnitStates.add(draft, new Snapshots(store, clock).latest(grid.start(), gate.at()));
    draft.log().throwIfErrors();
    offered(draft);
    Outages outages = new Outages(grid.count());
    SortedMap<String, String> owners = RegistryPart.add(draft, registry, outages);
    TicketPart.add(draft, new TicketBook(store, clock).at(gate.at()), outages);
    outages.apply(draft);
    draft.log().throwIfErrors();
    List<CheckFinding> findings = findings(draft, checks, network, known);
    return finished(draft, checks, owners, findings);
  }

  /** Those that hold at the gate, in the place of the network version's. */
  private void penalties(Draft draft) {
    Optional<PenaltyRules.InForce> rules = new PenaltyRules(store).at(draft.request().gate().at());
    if (rules.isPresent()) {
      draft.become(draft.day().withPenalties(rules.get().penalties()));
      draft.add(rules.get().version());
    }
  }

  private NetworkVersions.InForce network(Gate gate) {
    return new NetworkVersions(store, clock)
        .at(gate.date(), gate.at())
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "No network version that was known at %s holds on %s; keep one: gridclear market network."
                        .formatted(clock.show(gate.at()), gate.date())));
  }

  /** What the clearing knows at a gate cannot be of a time after it. */
  private void refuseLateGate(PeriodGrid grid, Gate gate, Instant now) {
    if (gate.at().isAfter(grid.start())) {
      throw new IllegalArgumentException(
          "The gate (%s) is later than the first period (%s)."
              .formatted(clock.show(gate.at()), grid.show(0)));
    }
    if (gate.at().isAfter(now)) {
      throw new IllegalArgumentException(
          "The gate (%s) is yet to come; now it is %s: what will be known is not known."
              .formatted(clock.show(gate.at()), clock.show(now)));
    }
  }

  /** The network's units and rules on the periods of the case: those of its first date, again. */
  private static MarketDay window(MarketDay network, AssemblyRequest request) {
    AssemblyRequest.Window wanted = request.window();
    int minutes = wanted.minutes() > 0 ? wanted.minutes() : network.horizon().minutesPerPeriod();
    PeriodMap dates = PeriodMap.days(network.horizon(), wanted.days(), minutes, true);
    int last = dates.horizon().periodCount();
    int from = wanted.startMinute() / minutes;
    int to = wanted.count() > 0 ? from + wanted.count() : last;
    if (wanted.startMinute() % minutes != 0 || from >= last || to > last) {
      throw new IllegalArgumentException(
          "%d periods of %d min from minute %d on do not lie in the %d periods of the case."
              .formatted(wanted.count(), minutes, wanted.startMinute(), last));
    }
    MarketDay day = HorizonWindow.on(network, dates.partOf(from, to));
    CaseParts parts = new CaseParts(day);
    Horizon horizon = day.horizon();
    parts.horizon = horizon.from(request.gate().date());
    parts.name = "%s %s".formatted(request.gate().label(), request.gate().date());
    return parts.day();
  }

  private void offered(Draft draft) {
    if (draft.request().keeps(NetworkPart.OFFERS)) {
      draft.notice("Offers are those of the network version.");
      return;
    }
    OffersInForce.Offered offered = offers.offered(draft.request().gate(), draft.day());
    for (String unit : offered.missing()) {
      draft
          .log()
          .add(
              Rule.FIELD_PRESENT,
              "unit " + unit,
              "offer on " + draft.request().gate().date(),
              "absent",
              "It has neither a declaration at the gate (%s) nor a default offer."
                  .formatted(clock.show(draft.request().gate().at())));
    }
    draft.log().throwIfErrors();
    offered.pieces().forEach(draft::add);
    offered.notices().forEach(draft::notice);
    draft.become(offered.day());
  }

  /**
   * The rules in effect, on every delivery that was used and on what several of them make together,
   * with what was known at the gate; what both break is told once.
   */
  private static List<CheckFinding> findings(
      Draft draft, CheckSets.InEffect checks, NetworkVersions.InForce network, KnownPieces known) {
    SeriesChecks rules =
        new SeriesChecks(checks.set(), known, OptionalDouble.of(network.capacityMw()));
    Set<CheckFinding> findings = new LinkedHashSet<>();
    for (SeriesSet set : draft.checked()) {
      findings.addAll(rules.of(set));
    }
    return List.copyOf(findings);
  }

  private AssembledCase finished(
      Draft draft,
      CheckSets.InEffect checks,
      SortedMap<String, String> owners,
      List<CheckFinding> findings) {
    List<CheckFinding> errors =
        findings.stream().filter(each -> each.severity() == Severity.ERROR).toList();
    if (!errors.isEmpty()) {
      throw new IllegalArgumentException(
          String.join(System.lineSeparator(), errors.stream().map(CheckFinding::line).toList()));
    }
    IssueLog log = new IssueLog(draft.day().name(), Set.copyOf(checks.set().rulesOff()));
    MarketDayValidator.check(draft.day(), log);
    log.throwIfErrors();
    Optional<Piece> rules = checks.version().map(Piece::of);
    rules.ifPresent(draft::add);
    byte[] content = CaseFiles.write(draft.day());
    store.contents().put(content);
    return new AssembledCase(
        draft.day(),
        content,
        manifest(draft, owners, content),
        findings,
        draft.late(),
        log.issues());
  }

  private static Manifest manifest(Draft draft, SortedMap<String, String> owners, byte[] content) {
    AssemblyRequest request = draft.request();
    return new Manifest(
        Manifest.FORMAT,
        1,
        request.gate().label(),
        request.gate().date(),
        draft.grid().show(0),
        draft.grid().count(),
        draft.grid().minutes(),
        request.gate().at().toString(),
        request.fromNetwork().stream().map(NetworkPart::label).sorted().toList(),
        Sha256.hex(content),
        CaseParts.hashes(draft.day()),
        List.copyOf(draft.pieces()),
        owners,
        draft.notices());
  }
}
