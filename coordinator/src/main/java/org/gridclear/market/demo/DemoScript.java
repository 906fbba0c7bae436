package org.gridclear.market.demo;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.gridclear.clearing.input.Market;
import org.gridclear.io.CaseFiles;
import org.gridclear.market.MarketDay;
import org.gridclear.market.StorageUnit;
import org.gridclear.market.ThermalUnit;
import org.gridclear.market.day.DayKey;
import org.gridclear.market.day.DayStore;
import org.gridclear.market.day.ResultBlock;
import org.gridclear.market.day.ResultKind;
import org.gridclear.market.day.Selection;
import org.gridclear.market.gate.Answer;
import org.gridclear.market.replay.LoggedMarket;
import org.gridclear.market.replay.OutsideEvent;
import org.gridclear.quantity.Series;

/**
 * What befalls the market of a demonstration.
 *
 * @param stage where it is played
 * @param market what it is done to
 */
record DemoScript(DemoStage stage, LoggedMarket market) {
  /** Who runs the market, and who approves. */
  static final String OPERATOR = "ann";

  static final String APPROVER = "bert";

  /** The real-time run whose forecast has no value: 21:00. */
  static final int BLIND_MINUTE = 21 * 60;

  /** The real-time run that has no schedule: 19:00. */
  static final int CONTRADICTION_MINUTE = 19 * 60;

  private static final int DELIVERY_MINUTES = 15;
  private static final int DELIVERY_STEPS = 30;
  private static final int TIGHT_FROM = 18 * 60;
  private static final int TIGHT_TO = TIGHT_FROM + 30;
  private static final double TIGHT_SHARE = 0.03;
  private static final int TRIP_HOUR = 14;

  void write() {
    forecasts();
    declarations();
    incidents();
  }

  private void forecasts() {
    String early = stage.text(stage.at(-1, 5, 25));
    stage.on(
        stage.at(-1, 5, 30),
        () -> {
          series(stage.series.factors(early));
          if (!stage.day.profiledUnits().isEmpty()) {
            series(stage.series.renewables(early));
          }
          series(stage.series.load("load-forecast-horizon", early, 1.01));
          stage.say("EMS", DemoEvent.Kind.DATA, "forecasts of the horizon, wind, sun and buses");
        });
    String short_ = stage.text(stage.at(-1, 8, 40));
    stage.on(
        stage.at(-1, 8, 45),
        () -> {
          series(stage.series.load("load-forecast-short", short_, 1));
          stage.say("EMS", DemoEvent.Kind.DATA, "load forecast of the day ahead");
        });
    for (int begin = 0; begin < 1440; begin += DELIVERY_MINUTES) {
      int from = begin;
      Instant comes = stage.minute(begin - 12);
      stage.on(
          comes,
          () ->
              series(
                  stage.series.soon(from, DELIVERY_STEPS, stage.text(comes), DemoScript::factor)));
    }
  }

  /**
   * Load in real time beside that of the day ahead: a little more or less, and a tight half hour.
   */
  private static double factor(int minute) {
    double drift = 1 + 0.01 * Math.sin(2 * Math.PI * minute / 360.0);
    return minute >= TIGHT_FROM && minute < TIGHT_TO ? drift + TIGHT_SHARE : drift;
  }

  private void declarations() {
    List<String> declaring =
        stage.members.members().stream().filter(stage.members::declares).toList();
    String absent = declaring.get(declaring.size() - 1);
    String greedy = declaring.get(0);
    String late = declaring.get(Math.min(1, declaring.size() - 1));
    stage.on(
        stage.at(-1, 6, 30),
        () -> {
          market.take(
              new OutsideEvent.ReferencesSet(
                  OPERATOR, stage.members.declarations(absent, 1.1, stage.date())));
          stage.say(OPERATOR, DemoEvent.Kind.DATA, "reference offers of " + absent);
        });
    int turn = 0;
    for (String member : declaring) {
      double markup = 1 + 0.01 * (turn % 5);
      Instant when = stage.at(-1, 7, 0).plusSeconds(480L * turn++);
      if (!member.equals(absent)) {
        stage.on(when, () -> declare(member, markup, ""));
      }
    }
    stage.on(stage.at(-1, 7, 30), () -> declare(greedy, 10, " over the cap"));
    stage.on(stage.at(-1, 9, 31), () -> declare(late, 1.2, " after the gate"));
  }

  private void declare(String member, double markup, String how) {
    Answer answer =
        market.declare(
            new OutsideEvent.Declared(
                member, stage.members.declarations(member, markup, stage.date())));
    if (answer.isAccepted()) {
      stage.say(
          member,
          DemoEvent.Kind.DECLARATION,
          "%d units declared".formatted(answer.acceptedCount()));
      return;
    }
    String rules =
        answer.outcomes().stream()
            .flatMap(outcome -> outcome.objections().stream())
            .filter(objection -> objection.rule().refuses())
            .map(objection -> objection.rule().id())
            .distinct()
            .collect(Collectors.joining(", "));
    stage.say(member, DemoEvent.Kind.REFUSED, "declared%s: refused by %s".formatted(how, rules));
  }

  private void incidents() {
    stage.on(
        stage.at(0, 14, 0),
        () -> {
          ThermalUnit unit = running();
          outage("unit:" + unit.id(), stage.at(0, 14, 0), stage.at(0, 20, 0));
          stage.say(
              "OMS",
              DemoEvent.Kind.INCIDENT,
              "unit %s (%s MW) trips, back at 20:00".formatted(unit.id(), unit.pMaxMw().at(14)));
        });
    contradiction();
    Instant broken = stage.minute(BLIND_MINUTE - 6);
    stage.on(
        broken,
        () -> {
          series(stage.series.soon(BLIND_MINUTE, 1, stage.text(broken), minute -> Double.NaN));
          stage.say("EMS", DemoEvent.Kind.INCIDENT, "the forecast of 21:00 came without a value");
        });
  }

  private void series(String text) {
    market.take(new OutsideEvent.SeriesCame("EMS", text));
  }

  private void outage(String element, Instant from, Instant to) {
    String text =
        """
        {"format": "gridclear-tickets", "tickets": [{"id": "trip", "kind": "outage",
         "elements": ["%s"], "from": "%s", "to": "%s", "state": "running", "source": "OMS",
         "knownAt": "%s"}]}
        """
            .formatted(
                element, stage.text(from), stage.text(to), stage.text(stage.clock.instant()));
    market.take(new OutsideEvent.TicketsCame("OMS", text));
  }

  /** A network version for three minutes that no schedule can keep to. */
  private void contradiction() {
    Instant wrong = stage.minute(CONTRADICTION_MINUTE - 6);
    Instant mended = stage.minute(CONTRADICTION_MINUTE - 3);
    stage.on(
        wrong,
        () -> {
          network(withStoreThatCannotHoldItsLevel(), wrong);
          stage.say(
              "EMS",
              DemoEvent.Kind.INCIDENT,
              "the network comes with a store that loses what it has to hold, and that nobody"
                  + " offers");
        });
    stage.on(
        mended,
        () -> {
          network(stage.day, mended);
          stage.say("EMS", DemoEvent.Kind.DATA, "the network without that store");
        });
  }

  private void network(MarketDay day, Instant knownAt) {
    String text = new String(CaseFiles.write(day), StandardCharsets.UTF_8);
    market.take(new OutsideEvent.NetworkGiven(OPERATOR, "EMS", stage.date(), knownAt, text));
  }

  /** It loses a tenth of 0.5 MWh an hour, and without an offer nothing charges it. */
  private MarketDay withStoreThatCannotHoldItsLevel() {
    MarketDay day = stage.day;
    Series none = Series.constant(0, day.periodCount());
    Series one = Series.constant(1, day.periodCount());
    Series rate = Series.constant(10, day.periodCount());
    double lost = 1 - Math.pow(0.9, day.horizon().hoursPerPeriod());
    StorageUnit store =
        new StorageUnit(
            "misplaced point",
            day.network().buses().get(0).id(),
            Series.constant(0.5, day.periodCount()),
            Series.constant(0.55, day.periodCount()),
            rate,
            rate,
            rate,
            rate,
            none,
            none,
            one,
            one,
            Series.constant(lost, day.periodCount()),
            Collections.nCopies(day.periodCount(), false),
            0.5,
            0.5,
            0.55);
    List<StorageUnit> stores = new ArrayList<>(day.storageUnits());
    stores.add(store);
    return day.withResources(day.profiledUnits(), stores, day.flexibleLoads(), day.interchanges());
  }

  /** The smallest unit that the day ahead has on at 14:00. */
  private ThermalUnit running() {
    DayStore days = market.days();
    ResultBlock block =
        days.newest(new DayKey(Market.DA, stage.date()))
            .flatMap(version -> days.block(version, ResultKind.COMMITMENT, Selection.ALL))
            .orElseThrow();
    Set<String> on = new HashSet<>();
    for (int here = 0; here < block.elements().length; here++) {
      if (block.column("on")[here * block.layout().slots() + TRIP_HOUR] == 1) {
        on.add(block.text(here, "unit"));
      }
    }
    return stage.day.thermalUnits().stream()
        .filter(unit -> on.contains(unit.id()))
        .min(Comparator.comparingDouble(unit -> unit.pMaxMw().at(TRIP_HOUR)))
        .orElseThrow();
  }
}
