package org.gridclear.settlement.payment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.gridclear.account.Actor;
import org.gridclear.json.Json;
import org.gridclear.quantity.FixedPoint;
import org.gridclear.settlement.allocation.LargestRemainder;
import org.gridclear.settlement.process.NoSuchSubjectException;
import org.gridclear.settlement.process.ProcessConflictException;

/**
 * Acts of two accounts: terms, ratings, defaults.
 *
 * @param ledger the ledger
 */
public record PaymentActs(PaymentLedger ledger) {
  /** Proposes terms; returns the number of the proposal. */
  public long propose(PaymentTerms terms, String by) {
    return add(new PaymentEvent.Act.TermsSet(terms), by);
  }

  /**
   * Proposes a rating.
   *
   * @throws IllegalArgumentException if the terms have no such rating
   * @throws NoSuchSubjectException if there is no such member
   */
  public long propose(PaymentEvent.Act.Rated rated, String by) {
    ledger.requireMember(rated.member());
    return add(rated, by);
  }

  private long add(PaymentEvent.Act act, String by) {
    return ledger.happen(
        by,
        state -> {
          check(act, state);
          boolean open =
              state.proposals().stream()
                  .anyMatch(
                      each ->
                          each.state().equals("open") && subject(each.act()).equals(subject(act)));
          if (open) {
            throw new ProcessConflictException(
                "A proposal about the same is open; let it be decided first.");
          }
          return List.of(PaymentCodec.proposed(act));
        });
  }

  private static String subject(PaymentEvent.Act act) {
    if (act instanceof PaymentEvent.Act.Rated rated) {
      return "rating " + rated.member();
    }
    return act instanceof PaymentEvent.Act.Defaulted made ? "default " + made.member() : "terms";
  }

  private void check(PaymentEvent.Act act, PaymentState state) {
    if (act instanceof PaymentEvent.Act.Rated rated) {
      if (!state.terms().coefficients().containsKey(rated.rating())
          || rated.estimateMilliYuan() < 0
          || rated.estimateMilliYuan() > Ledger.AMOUNT_MAX_MILLI_YUAN) {
        throw new IllegalArgumentException(
            "The rating (%s) must be one of %s, and an estimate from 0 to 10^12 yuan."
                .formatted(rated.rating(), state.terms().coefficients().keySet()));
      }
    } else if (act instanceof PaymentEvent.Act.Defaulted made) {
      if (!made.equals(found(state, made.member(), made.month(), made.on()))) {
        throw new ProcessConflictException(
            "What %s owes has changed since; propose its default again.".formatted(made.member()));
      }
    }
  }

  /**
   * Proposes the default of a member on a month: what it owes of it is overdue.
   *
   * @param month any day of the month
   * @return number of the proposal
   * @throws ProcessConflictException if nothing of it is overdue, or nobody is there to bear it
   */
  public long proposeDefault(String member, LocalDate month, String by) {
    LocalDate first = month.withDayOfMonth(1);
    PaymentEvent.Act act = ledger.ask(state -> found(state, member, first, ledger.today()));
    return add(act, by);
  }

  /** T-07: loss = max(0, due − held) + late fees; T-08: others bear it by the terms. */
  private PaymentEvent.Act.Defaulted found(
      PaymentState state, String member, LocalDate month, LocalDate on) {
    List<OpenItem> of =
        state.dues(member).stream().filter(item -> item.month().equals(month)).toList();
    long due =
        of.stream()
            .filter(item -> item.kind().isBill() && item.due().isBefore(on))
            .mapToLong(OpenItem::openMilliYuan)
            .sum();
    if (due == 0) {
      throw new ProcessConflictException(
          "Nothing of %s of %s is overdue.".formatted(member, month));
    }
    if (state.defaults().stream()
        .anyMatch(old -> old.member().equals(member) && old.month().equals(month))) {
      throw new ProcessConflictException(
          "%s was found to default on %s already.".formatted(member, month));
    }
    long late =
        of.stream()
            .filter(item -> item.kind() == OpenItem.Kind.LATE_FEE)
            .mapToLong(OpenItem::openMilliYuan)
            .sum();
    List<PaymentEvent.Act.Draw> draws = draws(state, member, on, due);
    long drawn = draws.stream().mapToLong(PaymentEvent.Act.Draw::milliYuan).sum();
    long gap = due - drawn + late;
    return new PaymentEvent.Act.Defaulted(
        member, month, due, late, draws, gap, shares(state, member, month, gap), on);
  }

  private static List<PaymentEvent.Act.Draw> draws(
      PaymentState state, String member, LocalDate on, long due) {
    List<PaymentEvent.Act.Draw> draws = new ArrayList<>();
    long left = due;
    for (PaymentState.HeldGuarantee held : state.guarantees(member)) {
      long part = Math.min(left, held.leftMilliYuan());
      if (held.given().kind() != PaymentEvent.Guarantee.UNSECURED && held.on(on) && part > 0) {
        draws.add(new PaymentEvent.Act.Draw(held.number(), part));
        left -= part;
      }
    }
    return draws;
  }

  private String shares(PaymentState state, String member, LocalDate month, long gap) {
    List<PaymentEvent.Invoiced> others =
        state.invoices().values().stream()
            .filter(each -> each.month().equals(month) && !each.member().equals(member))
            .filter(
                each -> state.terms().sharing() == PaymentTerms.Sharing.ALL || each.milliYuan() > 0)
            .toList();
    long[] weights = others.stream().mapToLong(each -> Math.abs(each.milliYuan())).toArray();
    if (gap > 0 && Arrays.stream(weights).sum() == 0) {
      throw new ProcessConflictException(
          "Nobody is there to bear %s yuan."
              .formatted(FixedPoint.format(gap, FixedPoint.YUAN_DECIMALS)));
    }
    long[] parts = LargestRemainder.share(gap, weights);
    List<PaymentEvent.Act.Share> shares =
        IntStream.range(0, parts.length)
            .filter(i -> parts[i] != 0)
            .mapToObj(i -> new PaymentEvent.Act.Share(others.get(i).member(), parts[i]))
            .toList();
    return keep(shares);
  }

  private String keep(List<PaymentEvent.Act.Share> shares) {
    return ledger.process().content().put(Json.MAPPER.writeValueAsBytes(shares));
  }

  /**
   * Shares back what defaulters paid since, to those who bore the gaps, by what each still bears,
   * by largest remainder.
   *
   * @return the sum, 0.001 yuan; 0 where nothing came
   */
  public long shareBack(String by) {
    long[] sum = new long[1];
    ledger.happen(
        by,
        state -> {
          List<PaymentEvent> events = new ArrayList<>();
          for (Recovery each : state.recoveries()) {
            long back = state.recoveredMilliYuan(each);
            if (back > 0) {
              events.add(new PaymentEvent.SharedBack(each.number(), back, keep(parts(each, back))));
              sum[0] += back;
            }
          }
          return events;
        });
    return sum[0];
  }

  private static List<PaymentEvent.Act.Share> parts(Recovery of, long back) {
    List<String> members = List.copyOf(of.borne().keySet());
    long[] weights = members.stream().mapToLong(of.borne()::get).toArray();
    long[] parts = LargestRemainder.share(back, weights);
    return IntStream.range(0, parts.length)
        .filter(i -> parts[i] != 0)
        .mapToObj(i -> new PaymentEvent.Act.Share(members.get(i), parts[i]))
        .toList();
  }

  /**
   * Decides a proposal.
   *
   * @param by another account than the one that proposed it
   * @throws ProcessConflictException if it was decided, or what it is about has changed
   */
  public void decide(long number, boolean approved, String reason, String by) {
    if (!approved && reason.isBlank()) {
      throw new IllegalArgumentException("Give the reason.");
    }
    if (approved && proposal(number).act() instanceof PaymentEvent.Act.Rated rated) {
      ledger.requireMember(rated.member());
    }
    ledger.happen(
        by,
        state -> {
          PaymentState.Proposal proposal = proposal(state, number);
          if (!proposal.state().equals("open")) {
            throw new ProcessConflictException(
                "Proposal %d was %s by %s."
                    .formatted(number, proposal.state(), proposal.decidedBy()));
          }
          if (Actor.same(proposal.by(), by)) {
            throw new ProcessConflictException(
                "Proposal %d was made by %s; another account decides.".formatted(number, by));
          }
          if (approved) {
            check(proposal.act(), state);
          }
          return List.of(new PaymentEvent.Decided(number, approved, reason));
        });
  }

  /**
   * A proposal.
   *
   * @throws NoSuchSubjectException if there is none of the number
   */
  public PaymentState.Proposal proposal(long number) {
    return ledger.ask(state -> proposal(state, number));
  }

  private static PaymentState.Proposal proposal(PaymentState state, long number) {
    return state
        .proposal(number)
        .orElseThrow(
            () -> new NoSuchSubjectException("There is no proposal %d.".formatted(number)));
  }
}
