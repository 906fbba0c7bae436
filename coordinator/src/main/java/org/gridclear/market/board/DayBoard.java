package org.gridclear.market.board;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.gridclear.clearing.input.Market;
import org.gridclear.market.anomaly.AnomalyDesk;
import org.gridclear.market.anomaly.KeptAnomaly;
import org.gridclear.market.approval.DayApproval;
import org.gridclear.market.approval.DayApproval.Standing;
import org.gridclear.market.approval.VersionsInForce;
import org.gridclear.market.day.DayKey;
import org.gridclear.market.day.DayStore;
import org.gridclear.market.day.DayVersion;
import org.gridclear.market.gate.MarketParameters;
import org.gridclear.market.store.MarketFolder;
import org.gridclear.market.store.declaration.DeclarationStore;
import org.gridclear.market.workflow.InstanceStatus;
import org.gridclear.market.workflow.NodeStatus;
import org.gridclear.market.workflow.WorkflowOperation;

/**
 * Where a trading date is looked at as a whole.
 *
 * @param market the market
 * @param days its days
 * @param approval what became of their versions
 * @param clock time now
 */
public record DayBoard(MarketFolder market, DayStore days, DayApproval approval, Clock clock) {
  private static final int DAYS = 6;

  /** The newest trading date of which something was cleared; tomorrow where there is none. */
  public LocalDate newestDate() {
    return days.newest(1).stream()
        .map(version -> version.key().date())
        .max(Comparator.naturalOrder())
        .orElseGet(() -> LocalDate.now(clock.withZone(zone())).plusDays(1));
  }

  /** The newest trading date of which something is published, of the last week that has any. */
  public Optional<LocalDate> newestPublished() {
    LocalDate last = newestDate();
    VersionsInForce inForce = new VersionsInForce(days, market.database());
    return Arrays.stream(Market.values())
        .flatMap(each -> inForce.between(each, last.minusDays(DAYS), last).stream())
        .filter(VersionsInForce.InForce::published)
        .map(each -> each.version().key().date())
        .max(Comparator.naturalOrder());
  }

  /** How a trading date stands. */
  public Board of(LocalDate date) {
    List<InstanceStatus> instances = new WorkflowOperation(market, clock).status(date, date);
    List<KeptAnomaly> anomalies =
        new AnomalyDesk(market.database(), clock)
            .list(new AnomalyDesk.Query("", date, date, List.of())).stream()
                .filter(each -> each.state().isUnsettled())
                .toList();
    List<Board.Lane> lanes = new ArrayList<>();
    BoardActs acts = new BoardActs(zone());
    for (Market each : List.of(Market.LT_RUC, Market.DA, Market.ID, Market.RT)) {
      List<Standing> standings = approval.standings(each, date, date);
      lanes.add(lane(each, standings, instances));
      acts.ofVersions(standings);
    }
    acts.ofNodes(instances);
    acts.ofAnomalies(anomalies);
    return new Board(
        date,
        market.facts().timeZone(),
        at(clock.instant()),
        date.minusDays(1).atStartOfDay(zone()).toOffsetDateTime(),
        date.plusDays(1).atStartOfDay(zone()).toOffsetDateTime(),
        lanes,
        deadlines(date, instances),
        acts.all(),
        anomalies.size(),
        anomalies.stream().filter(KeptAnomaly::isOpenSevere).count());
  }

  private ZoneId zone() {
    return market.facts().zone();
  }

  private OffsetDateTime at(Instant instant) {
    return instant.atZone(zone()).toOffsetDateTime();
  }

  private Board.Lane lane(Market of, List<Standing> standings, List<InstanceStatus> instances) {
    String word = DayKey.word(of);
    TreeMap<Integer, List<Standing>> versions = new TreeMap<>();
    for (Standing each : standings) {
      versions.computeIfAbsent(each.version().key().cycle(), cycle -> new ArrayList<>()).add(each);
    }
    TreeMap<Integer, InstanceStatus> newest = new TreeMap<>();
    instances.stream()
        .filter(each -> each.instance().key().workflow().equals(word))
        .forEach(each -> newest.put(each.instance().key().cycle(), each));
    TreeMap<Integer, Board.Block> blocks = new TreeMap<>();
    newest.forEach((cycle, each) -> blocks.put(cycle, block(cycle, each)));
    versions.forEach(
        (cycle, each) ->
            blocks.put(cycle, block(cycle, each, Optional.ofNullable(newest.get(cycle)))));
    return new Board.Lane(word, List.copyOf(blocks.values()));
  }

  private Board.Block block(int cycle, InstanceStatus status) {
    Optional<NodeStatus> next = status.next();
    String state =
        next.map(node -> node.stored().state().label()).orElse(status.instance().state().label());
    return new Board.Block(
        cycle,
        0,
        0,
        state,
        next.map(node -> node.stored().id()).orElse(""),
        at(status.instance().startsAt()),
        null,
        List.of());
  }

  private Board.Block block(int cycle, List<Standing> versions, Optional<InstanceStatus> status) {
    Standing shown =
        versions.stream()
            .filter(each -> each.state().isInForce())
            .reduce((earlier, later) -> later)
            .orElse(versions.get(versions.size() - 1));
    DayVersion version = shown.version();
    int steps = shown.transitions().size();
    Instant since =
        steps == 0
            ? version.made().at().toInstant()
            : shown.transitions().get(steps - 1).at().toInstant();
    Instant start =
        status.map(each -> each.instance().startsAt()).orElse(version.made().at().toInstant());
    return new Board.Block(
        cycle,
        version.version(),
        versions.size(),
        shown.state().word(),
        status.flatMap(InstanceStatus::next).map(node -> node.stored().id()).orElse(""),
        at(start),
        at(since.isBefore(start) ? start : since),
        version.alarms());
  }

  private List<Board.Deadline> deadlines(LocalDate date, List<InstanceStatus> instances) {
    List<Board.Deadline> due = new ArrayList<>();
    for (InstanceStatus each : instances) {
      for (NodeStatus node : each.nodes()) {
        if (!node.stored().state().isPassed()) {
          var key = each.instance().key();
          node.stored()
              .times()
              .dueAt()
              .map(this::at)
              .map(at -> new Board.Deadline(key.workflow(), key.cycle(), node.stored().id(), at))
              .ifPresent(due::add);
        }
      }
    }
    MarketParameters parameters =
        new MarketParameters(new DeclarationStore(market.database()), zone(), clock);
    for (String word : parameters.markets()) {
      parameters
          .on(word, date)
          .map(version -> at(version.values().gate().of(date, zone())))
          .filter(gate -> gate.toInstant().isAfter(clock.instant()))
          .map(gate -> new Board.Deadline(word, 0, "gate", gate))
          .ifPresent(due::add);
    }
    due.sort(Comparator.comparing(deadline -> deadline.at().toInstant()));
    return due;
  }
}
