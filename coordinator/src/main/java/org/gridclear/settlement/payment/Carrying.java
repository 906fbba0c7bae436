package org.gridclear.settlement.payment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gridclear.settlement.process.Effects;
import org.gridclear.settlement.process.ProcessConflictException;
import org.gridclear.settlement.process.Publication;
import org.gridclear.settlement.process.StatementQueries;

/**
 * What corrections of a month change for members whose statements were not updated: held in
 * suspense, and settled with the bills of a later month or as bills of their own (S-27 to S-29).
 *
 * @param ledger the ledger
 */
public record Carrying(PaymentLedger ledger) {
  private List<Publication> corrections() {
    return ledger
        .process()
        .ask(
            state ->
                state.publications().stream()
                    .filter(each -> !each.act().effects().isEmpty())
                    .toList());
  }

  private Effects effects(Publication of) {
    return new StatementQueries(ledger.process()).effects(of.number());
  }

  /** What is held for each member whose statement of a month becomes an invoice. */
  Map<String, List<PaymentEvent>> held(LocalDate first) {
    Map<String, List<PaymentEvent>> events = new HashMap<>();
    for (Publication each : corrections()) {
      if (each.act().from().equals(first)) {
        Map<String, Long> changed = new TreeMap<>();
        effects(each).changes().stream()
            .filter(Effects.Change::settled)
            .forEach(change -> changed.merge(change.member(), change.milliYuan(), Math::addExact));
        changed.forEach(
            (member, amount) -> {
              if (amount != 0) {
                events
                    .computeIfAbsent(member, key -> new ArrayList<>())
                    .add(new PaymentEvent.SuspenseHeld(each.number(), member, amount));
              }
            });
      }
    }
    return events;
  }

  /** What goes with the bills of a month: all corrections of earlier months that can be settled. */
  List<PaymentEvent> earlier(PaymentState state, LocalDate first, LocalDate due) {
    List<PaymentEvent> events = new ArrayList<>();
    for (Publication each : corrections()) {
      if (each.act().from().isBefore(first)
          && !state.cleared(each.number())
          && waiting(state, each).isEmpty()) {
        events.addAll(all(each, first, due));
      }
    }
    return events;
  }

  /** Members whose updated statement is no invoice yet. */
  private List<String> waiting(PaymentState state, Publication of) {
    return effects(of).changes().stream()
        .filter(Effects.Change::settled)
        .map(Effects.Change::member)
        .distinct()
        .filter(member -> !state.invoiced(member, of.act().from()))
        .toList();
  }

  private List<PaymentEvent> all(Publication of, LocalDate month, LocalDate due) {
    Effects effects = effects(of);
    Map<String, Long> open = new TreeMap<>();
    effects.changes().stream()
        .filter(change -> !change.settled())
        .forEach(change -> open.merge(change.member(), change.milliYuan(), Math::addExact));
    Publication first = ledger.process().ask(state -> state.publication(of.act().updates()));
    List<PaymentEvent> events = new ArrayList<>();
    open.forEach(
        (member, amount) -> {
          if (amount != 0) {
            events.add(
                new PaymentEvent.Adjusted(
                    "A%s-%d".formatted(first.statementNumber(member), of.number()),
                    of.number(),
                    member,
                    month,
                    amount,
                    due));
          }
        });
    events.add(new PaymentEvent.SuspenseCleared(of.number(), effects.totalMilliYuan()));
    return events;
  }

  /**
   * Settles the changes of a correction at once, as bills of their own.
   *
   * @param publication number of the update or resettlement
   * @return how many bills were made
   * @throws ProcessConflictException if they are settled, or an updated statement is no invoice yet
   */
  public int settle(long publication, String by) {
    int[] made = new int[1];
    ledger.happen(
        by,
        state -> {
          Publication of = ledger.process().ask(all -> all.publication(publication));
          if (of.act().effects().isEmpty()) {
            throw new ProcessConflictException(
                "Publication %d is no correction; there is nothing to carry."
                    .formatted(publication));
          }
          if (state.cleared(publication)) {
            throw new ProcessConflictException(
                "The changes of publication %d are settled already.".formatted(publication));
          }
          List<String> waiting = waiting(state, of);
          if (!waiting.isEmpty()) {
            throw new ProcessConflictException(
                "The updated statements of %s are no invoices yet; make them first."
                    .formatted(String.join(", ", waiting)));
          }
          List<PaymentEvent> events =
              all(
                  of,
                  ledger.today().withDayOfMonth(1),
                  ledger.workingDaysFromToday(state.terms().dueDays()));
          made[0] = events.size() - 1;
          return events;
        });
    return made[0];
  }
}
