package org.gridclear.market.declaration.check;

import static org.gridclear.market.declaration.check.DeclarationRule.CAPACITY_OFFERED;
import static org.gridclear.market.declaration.check.DeclarationRule.COST_IN_BOUNDS;
import static org.gridclear.market.declaration.check.DeclarationRule.ENDS_AT_MAXIMUM;
import static org.gridclear.market.declaration.check.DeclarationRule.FIELD_GIVEN;
import static org.gridclear.market.declaration.check.DeclarationRule.NOT_NEGATIVE;
import static org.gridclear.market.declaration.check.DeclarationRule.PERIODS_WHOLE;
import static org.gridclear.market.declaration.check.DeclarationRule.STARTS_IN_ORDER;
import static org.gridclear.market.declaration.check.DeclarationRule.WITHIN_CAPACITY;
import static org.gridclear.quantity.FixedPoint.MW_DECIMALS;
import static org.gridclear.quantity.FixedPoint.YUAN_DECIMALS;

import java.util.List;
import org.gridclear.market.declaration.Plain;
import org.gridclear.market.declaration.RegisteredUnit;
import org.gridclear.market.declaration.StartPrice;
import org.gridclear.market.declaration.ThermalOffer;

/** The rules of the offer of a unit with commitment. */
record ThermalOfferCheck(DeclarationCheck check, ThermalOffer offer, ObjectionLog log) {
  void run() {
    boolean limits =
        check.fits(offer.minMw(), "minMw", log) & check.fits(offer.maxMw(), "maxMw", log);
    if (limits) {
      check.notNegative(offer.minMw(), "minMw", MW_DECIMALS, log);
      check.ordered(offer.minMw(), "minMw", offer.maxMw(), "maxMw", log);
      capacity();
    }
    CurveCheck curves = new CurveCheck(check, log);
    if (curves.fits(offer.segments())) {
      curves.offers(offer.segments());
      if (limits) {
        ends();
      }
    }
    cost("noLoadYuanPerH", offer.noLoadYuanPerH(), check.parameters().noLoadYuanPerHCap());
    starts();
    offer.ramps().ifPresent(this::ramps);
    commitment();
  }

  private void capacity() {
    check.capacity(offer.maxMw(), "maxMw", log);
    RegisteredUnit unit = check.unit();
    if (unit.maxMw().isPresent()) {
      long capacity = unit.maxMw().getAsLong();
      log.inPeriods(
          CAPACITY_OFFERED,
          "maxMw",
          check.looked(offer.maxMw()),
          t -> offer.maxMw().at(t) < capacity,
          t -> DeclarationCheck.mw(offer.maxMw().at(t)),
          "The registry has %s MW.".formatted(DeclarationCheck.mw(capacity)));
    }
    if (unit.minMw().isPresent()) {
      long least = unit.minMw().getAsLong();
      log.inPeriods(
          WITHIN_CAPACITY,
          "minMw",
          check.looked(offer.minMw()),
          t -> offer.minMw().at(t) < least,
          t -> DeclarationCheck.mw(offer.minMw().at(t)),
          "The registry has %s MW as its least output.".formatted(DeclarationCheck.mw(least)));
    }
  }

  private void ends() {
    if (!log.read("maxMw")) {
      return;
    }
    boolean one = offer.segments().curves().size() == 1 && check.looked(offer.maxMw()) == 1;
    log.inPeriods(
        ENDS_AT_MAXIMUM,
        "segments",
        one ? 1 : check.periodCount(),
        t ->
            !offer.segments().at(t).segments().isEmpty()
                && offer.segments().at(t).endMw() != offer.maxMw().at(t),
        t ->
            "end at %s MW, maxMw %s"
                .formatted(
                    DeclarationCheck.mw(offer.segments().at(t).endMw()),
                    DeclarationCheck.mw(offer.maxMw().at(t))),
        "Ends count from 0 MW; the last one is maxMw.");
  }

  private void cost(String field, long yuan, long cap) {
    String value = Plain.text(yuan, YUAN_DECIMALS);
    if (yuan < 0) {
      log.add(NOT_NEGATIVE, field, value, "Give 0 or more.");
    } else if (yuan > cap) {
      log.add(
          COST_IN_BOUNDS,
          field,
          value,
          "Give %s at most.".formatted(Plain.text(cap, YUAN_DECIMALS)));
    }
  }

  private void starts() {
    List<StartPrice> starts = offer.starts();
    if (starts.isEmpty()) {
      log.add(FIELD_GIVEN, "starts", "none", "Give a hot start; its cost may be 0.");
      return;
    }
    for (StartPrice start : starts) {
      cost("starts " + name(start) + " yuan", start.yuan(), check.parameters().startYuanCap());
    }
    StartPrice first = starts.get(0);
    if (first.state() != StartPrice.State.HOT || first.afterHours() != 0) {
      log.add(
          STARTS_IN_ORDER, "starts " + name(first), after(first), "The first is hot, after 0 h.");
    }
    for (int k = 1; k < starts.size(); k++) {
      StartPrice before = starts.get(k - 1);
      StartPrice here = starts.get(k);
      if (here.state().compareTo(before.state()) <= 0
          || here.afterHours() <= before.afterHours()
          || here.yuan() < before.yuan()) {
        log.add(
            STARTS_IN_ORDER,
            "starts " + name(here),
            after(here),
            "It follows %s, %s.".formatted(name(before), after(before)));
      }
    }
  }

  private static String name(StartPrice start) {
    return start.state().name().toLowerCase(java.util.Locale.ROOT);
  }

  private static String after(StartPrice start) {
    return "%s yuan after %s h"
        .formatted(
            Plain.text(start.yuan(), YUAN_DECIMALS),
            Plain.text(start.afterHours(), StartPrice.HOUR_DECIMALS));
  }

  private void ramps(ThermalOffer.Ramps ramps) {
    ramp("rampUpMwPerH", ramps.upMwPerH());
    ramp("rampDownMwPerH", ramps.downMwPerH());
  }

  private void ramp(String field, long mwPerH) {
    if (mwPerH <= 0) {
      log.add(
          NOT_NEGATIVE,
          field,
          DeclarationCheck.mw(mwPerH),
          "Give more than 0 MW/h, or leave the ramps out for those of the network.");
    }
  }

  private void commitment() {
    int count = offer.commitment().size();
    if (count != 1 && count != check.periodCount()) {
      log.add(
          PERIODS_WHOLE,
          "commitment",
          count + " values",
          "Give %d, one per period, or one.".formatted(check.periodCount()));
    }
  }
}
